package syndication.ingest.websub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.websub.Subscription.Stage;
import syndication.ingest.websub.Subscription.Trouble;

/// Decides about subscriptions. Pure: a subscription, an event and a time give the next
/// subscription.
public final class SubscriptionPolicy {

  /// What we ask for. A hub that dies without a word is found out by polling well before.
  public static final Duration LEASE_ASKED = Duration.ofDays(7);

  /// A longer promise is renewed as if it were this one: hubs lose subscriptions.
  static final Duration LEASE_MAX = Duration.ofDays(14);

  /// For a hub that does not say how long, as those of the time before leases.
  static final Duration LEASE_UNSTATED = Duration.ofDays(1);

  /// A hub with leases shorter than twice this is polled in between rather than called all the
  /// time.
  static final Duration RENEW_AFTER_MIN = Duration.ofMinutes(5);

  /// Hubs ask back at once or from a queue.
  static final Duration ASKED_BACK_WITHIN = Duration.ofMinutes(15);

  private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
  private static final Duration AGAIN_AFTER_REFUSAL = Duration.ofHours(12);
  private static final Duration AGAIN_AFTER_GONE = Duration.ofDays(2);
  private static final Duration AGAIN_AFTER_MAX = Duration.ofDays(7);
  private static final int DOUBLINGS_MAX = 10;

  /// How often a hub is asked to stop; after that its lease ends by itself.
  private static final int ENDING_TRIES = 3;

  /// No hub's challenge is longer; it is repeated to whoever asks.
  private static final int CHALLENGE_CHARS_MAX = 1024;

  private static final int REASON_CHARS_MAX = 200;

  private SubscriptionPolicy() {}

  /// What is to be done about a subscription that is due.
  public sealed interface Step {
    /// Keep it like this, and ask the hub to push.
    record Subscribe(Subscription next) implements Step {}

    /// Keep it like this, and ask the hub to stop.
    record Unsubscribe(Subscription next) implements Step {}

    record Keep(Subscription next) implements Step {}

    record Forget() implements Step {}
  }

  /// What a hub asks back, as it came.
  public record Question(
      @Nullable String mode,
      @Nullable String topic,
      @Nullable String challenge,
      @Nullable String leaseSeconds,
      @Nullable String reason) {}

  /// @param next `null` when the subscription is over
  /// @param echo to be repeated to the hub
  public record Verified(@Nullable Subscription next, String echo) {}

  /// @param wanted whether its source still takes what is pushed
  public static Step due(Subscription it, boolean wanted, Instant now) {
    if (!wanted && it.stage() != Stage.ENDING) {
      return due(ended(it, now), false, now);
    }
    Trust settled = it.trust().settled(now);
    if (!settled.equals(it.trust())) {
      return new Step.Keep(it.with(settled));
    }
    if (it.nextAt().isAfter(now)) {
      return new Step.Keep(it);
    }
    return switch (it.stage()) {
      case OPEN, VERIFIED, REFUSED ->
          new Step.Subscribe(it.with(Stage.REQUESTED, now.plus(ASKED_BACK_WITHIN), it.trouble()));
      case REQUESTED ->
          new Step.Keep(
              failed(it, "it took the request, but never asked us back at our address", now, null));
      case ENDING -> {
        int tries = count(it);
        yield tries >= ENDING_TRIES || it.verifiedAt() == null
            ? new Step.Forget()
            : new Step.Unsubscribe(
                it.with(
                    Stage.ENDING,
                    now.plus(ASKED_BACK_WITHIN),
                    new Trouble(tries + 1, "asked to stop")));
      }
    };
  }

  /// A subscription that is no longer wanted.
  public static Subscription ended(Subscription it, Instant now) {
    return it.stage() == Stage.ENDING ? it : it.with(Stage.ENDING, now, null);
  }

  /// What the hub's answer to the request makes of it. The hub may have asked back meanwhile: then
  /// it stands, whatever it answers.
  public static Subscription answered(Subscription it, HubAnswer answer, Instant now) {
    if (it.stage() != Stage.REQUESTED) {
      return it;
    }
    return switch (answer) {
      case HubAnswer.Accepted _ -> it;
      case HubAnswer.Later later -> failed(it, later.words(), now, later.notBefore());
      case HubAnswer.Refused no -> failed(it, no.words(), now, now.plus(AGAIN_AFTER_REFUSAL));
      case HubAnswer.Gone gone -> failed(it, gone.words(), now, now.plus(AGAIN_AFTER_GONE));
    };
  }

  /// What to answer a hub that asks back, and what it makes of the subscription; empty when we did
  /// not ask for this.
  public static Optional<Verified> verify(Subscription it, Question question, Instant now) {
    if (question.topic() == null || !it.topic().equals(address(question.topic()))) {
      return Optional.empty();
    }
    String challenge = question.challenge() == null ? "" : question.challenge();
    boolean ending = it.stage() == Stage.ENDING;
    return switch (String.valueOf(question.mode())) {
      case "subscribe" ->
          ending || !isChallenge(challenge) || !hasAsked(it)
              ? Optional.empty()
              : Optional.of(new Verified(leased(it, question.leaseSeconds(), now), challenge));
      case "unsubscribe" ->
          ending && isChallenge(challenge)
              ? Optional.of(new Verified(null, challenge))
              : Optional.empty();
      case "denied" -> Optional.of(new Verified(denied(it, question.reason(), now), ""));
      default -> Optional.empty();
    };
  }

  public static Subscription pushed(Subscription it, Instant now) {
    return it.with(it.trust().pushed(now));
  }

  /// @param why it proves nothing
  public static Subscription hinted(Subscription it, String why, Instant now) {
    return it.with(it.trust().hinted(why, now));
  }

  /// A poll found entries that are new to us. That is a miss, unless the hub at least hinted at
  /// them.
  ///
  /// @param since when the feed was polled before, or `null`: what was new then is not the hub's
  ///   debt
  public static Subscription polledFirst(Subscription it, @Nullable Instant since, Instant now) {
    Instant verified = it.verifiedAt();
    Instant hint = it.trust().lastHintAt();
    boolean owed =
        it.isLive(now)
            && verified != null
            && since != null
            && !verified.isAfter(since)
            && (hint == null || hint.isBefore(since));
    return owed ? it.with(it.trust().behind(now)) : it;
  }

  private static boolean hasAsked(Subscription it) {
    return it.stage() != Stage.OPEN || it.verifiedAt() != null;
  }

  private static Subscription denied(Subscription it, @Nullable String reason, Instant now) {
    if (it.stage() == Stage.ENDING) {
      return it;
    }
    String said = reason == null ? "" : ": " + reason.strip();
    String words =
        "the hub denies us the feed" + said.substring(0, Math.min(REASON_CHARS_MAX, said.length()));
    Instant again = now.plus(AGAIN_AFTER_REFUSAL);
    Subscription failed = failed(it, words, now, again);
    return new Subscription(
        it.token(),
        it.source(),
        it.topic(),
        it.hub(),
        it.secret(),
        failed.stage(),
        failed.nextAt(),
        null,
        null,
        failed.trouble(),
        it.trust());
  }

  private static Subscription leased(Subscription it, @Nullable String leaseSeconds, Instant now) {
    Duration lease = lease(leaseSeconds);
    Duration half = lease.dividedBy(2);
    Duration renew = half.compareTo(RENEW_AFTER_MIN) < 0 ? RENEW_AFTER_MIN : half;
    return it.leased(now, now.plus(lease), now.plus(renew));
  }

  private static Duration lease(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("\\d{1,18}")) {
      return LEASE_UNSTATED;
    }
    long most = LEASE_MAX.toSeconds();
    return Duration.ofSeconds(Math.min(most, Long.parseLong(seconds)));
  }

  private static Subscription failed(
      Subscription it, String words, Instant now, @Nullable Instant notBefore) {
    int count = count(it) + 1;
    Duration wait = AGAIN_AFTER.multipliedBy(1L << Math.min(DOUBLINGS_MAX, count - 1));
    Instant again = now.plus(wait.compareTo(AGAIN_AFTER_MAX) > 0 ? AGAIN_AFTER_MAX : wait);
    Instant next = notBefore != null && notBefore.isAfter(again) ? notBefore : again;
    return it.with(Stage.REFUSED, next, new Trouble(count, words));
  }

  private static int count(Subscription it) {
    Trouble trouble = it.trouble();
    return trouble == null ? 0 : trouble.count();
  }

  // Visible characters only, so that nothing but a challenge can be made to come from us.
  private static boolean isChallenge(String text) {
    return !text.isEmpty()
        && text.length() <= CHALLENGE_CHARS_MAX
        && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static @Nullable URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
