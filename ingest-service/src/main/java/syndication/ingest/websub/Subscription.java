package syndication.ingest.websub;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.source.SourceId;

/// What we agreed with a hub about one feed.
///
/// @param token the last part of the callback's path, which nobody can guess
/// @param secret what the hub signs with
/// @param nextAt when the next step is due
/// @param verifiedAt when the hub first asked us back, or `null`
/// @param leaseUntil until when the hub pushes, or `null` before it was verified
/// @param trouble `null` when the last step went well
public record Subscription(
    String token,
    SourceId source,
    URI topic,
    URI hub,
    String secret,
    Stage stage,
    Instant nextAt,
    @Nullable Instant verifiedAt,
    @Nullable Instant leaseUntil,
    @Nullable Trouble trouble,
    Trust trust) {

  private static final int RANDOM_BYTES = 32;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  /// Where it stands.
  public enum Stage {
    /// To be asked for.
    OPEN,
    /// The hub was asked, and has to ask us back.
    REQUESTED,
    /// The hub pushes; to be renewed.
    VERIFIED,
    /// The hub does not want to, or cannot; to be tried again.
    REFUSED,
    /// No longer wanted; to be ended at the hub.
    ENDING
  }

  /// Steps that failed in a row.
  ///
  /// @param words what happened last
  public record Trouble(int count, String words) {}

  /// @param random must be a cryptographic one
  public static Subscription begin(
      SourceId source, Offer offer, RandomGenerator random, Instant now) {
    return new Subscription(
        unguessable(random),
        source,
        offer.topic(),
        offer.hub(),
        unguessable(random),
        Stage.OPEN,
        now,
        null,
        null,
        null,
        Trust.NONE);
  }

  /// Whether a text can be a token of ours.
  public static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  public boolean isFor(Offer offer) {
    return stage != Stage.ENDING && hub.equals(offer.hub()) && topic.equals(offer.topic());
  }

  /// Whether the hub has promised to push at this time.
  public boolean isLive(Instant now) {
    return stage != Stage.ENDING && leaseUntil != null && leaseUntil.isAfter(now);
  }

  /// Whether the feed itself needs to be asked only now and then.
  public boolean isTrusted(Instant now) {
    return isLive(now) && trust.settled(now).earned();
  }

  /// When something is to be done about it.
  public Instant dueAt() {
    Instant suspect = trust.suspectSince();
    Instant settles = suspect == null ? nextAt : suspect.plus(Trust.GRACE);
    return settles.isBefore(nextAt) ? settles : nextAt;
  }

  /// Why not even a right signature proves that a push is the publisher's; empty when it does.
  public Optional<String> exposed() {
    return Offer.isSecure(topic) && !Offer.isSecure(hub)
        ? Optional.of("the feed is read over HTTPS, but its hub is not")
        : Optional.empty();
  }

  /// How it stands, for operators.
  public String words(Instant now) {
    String hubName = "hub " + hub;
    Trouble it = trouble;
    String why = it == null ? "" : ": " + it.words();
    String standing =
        switch (stage) {
          case OPEN -> "%s is about to be asked to push";
          case REQUESTED ->
              isLive(now)
                  ? "%s pushes; the subscription is being renewed"
                  : "%s was asked to push and has not asked back yet";
          case VERIFIED ->
              isLive(now) ? "%s pushes until " + leaseUntil : "%s let the subscription run out";
          case REFUSED ->
              (isLive(now)
                      ? "%s pushes until " + leaseUntil + ", but its renewal failed"
                      : "%s does not push")
                  + why
                  + "; again at "
                  + nextAt;
          case ENDING -> "the subscription at %s is being ended";
        };
    return standing.replace("%s", hubName) + (isLive(now) ? trustWords(now) : "");
  }

  private String trustWords(Instant now) {
    Trust it = trust.settled(now);
    Instant push = it.lastPushAt();
    if (it.earned()) {
      return "; last push at %s, the feed itself is polled now and then".formatted(push);
    }
    if (it.misses() > 0) {
      return "; not trusted, as polling found entries it never pushed (%s): the feed is polled as usual"
          .formatted(it.misses() == 1 ? "once" : it.misses() + " times");
    }
    return it.hintWhy() == null
        ? "; nothing was pushed yet, so the feed is polled as usual"
        : "; what it pushed at %s proves nothing (%s), so the feed is polled as usual"
            .formatted(it.lastHintAt(), it.hintWhy());
  }

  Subscription with(Stage next, Instant at, @Nullable Trouble newTrouble) {
    return new Subscription(
        token, source, topic, hub, secret, next, at, verifiedAt, leaseUntil, newTrouble, trust);
  }

  Subscription with(Trust newTrust) {
    return new Subscription(
        token,
        source,
        topic,
        hub,
        secret,
        stage,
        nextAt,
        verifiedAt,
        leaseUntil,
        trouble,
        newTrust);
  }

  Subscription leased(Instant now, Instant until, Instant renewAt) {
    Instant first = verifiedAt == null || !isLive(now) ? now : verifiedAt;
    return new Subscription(
        token, source, topic, hub, secret, Stage.VERIFIED, renewAt, first, until, null, trust);
  }

  @Override
  public String toString() {
    return "Subscription[source=%s, topic=%s, hub=%s, stage=%s]"
        .formatted(source, topic, hub, stage);
  }

  private static String unguessable(RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
