package syndication.ingest.polling;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.ingest.politeness.PollState;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.websub.Offer;
import syndication.ingest.websub.Subscription;
import syndication.ingest.websub.SubscriptionPolicy;
import syndication.ingest.websub.Subscriptions;

/// Between polling and the hubs: a visit shows which hub a feed names and what that hub did not
/// push; a hub we trust lets polling rest.
final class Pushes {

  private static final Logger logger = LoggerFactory.getLogger(Pushes.class);

  private final Subscriptions subscriptions;
  private final WebSubProperties properties;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random must be a cryptographic one
  Pushes(
      Subscriptions subscriptions,
      WebSubProperties properties,
      InstantSource clock,
      RandomGenerator random) {
    this.subscriptions = subscriptions;
    this.properties = properties;
    this.clock = clock;
    this.random = random;
  }

  /// Whether a hub we trust pushes what is new.
  boolean pushed(SourceId source) {
    return properties.enabled()
        && subscriptions.of(source).filter(it -> it.isTrusted(clock.instant())).isPresent();
  }

  void visited(Source source, PollState before, FeedVisit.Visited visited) {
    Instant now = clock.instant();
    PollState after = visited.state();
    Offer offer = properties.enabled() && !after.stopped() ? after.offer() : null;
    Optional<Subscription> known = subscriptions.of(source.id());
    if (known.isPresent() && (offer == null || !known.get().isFor(offer))) {
      end(known.get(), now);
      known = Optional.empty();
    }
    if (known.isEmpty()) {
      if (offer != null) {
        subscriptions.add(Subscription.begin(source.id(), offer, random, now));
      }
    } else if (visited.counts().fresh() > 0) {
      found(known.get(), before.lastFetchAt(), now);
    }
  }

  /// How the hubs of these feeds push, by source; feeds that name none are left out.
  Map<SourceId, String> words(Map<SourceId, PollState> feeds) {
    Map<SourceId, Subscription> known = subscriptions.all(feeds.keySet());
    Map<SourceId, String> words = new HashMap<>();
    feeds.forEach((source, state) -> {
      Subscription it = known.get(source);
      Offer offer = state.offer();
      if (offer != null && !properties.enabled()) {
        words.put(
            source,
            "it names the hub %s, which is not used: WebSub is off. Set %s to the address at which hubs reach this service"
                .formatted(offer.hub(), WebSubProperties.VARIABLE));
      } else if (it != null) {
        words.put(source, it.words(clock.instant()));
      }
    });
    return words;
  }

  private void end(Subscription it, Instant now) {
    subscriptions.change(it.token(), before -> SubscriptionPolicy.ended(before, now));
  }

  private void found(Subscription it, @Nullable Instant since, Instant now) {
    Optional<Subscription> before =
        subscriptions.change(it.token(), kept -> SubscriptionPolicy.polledFirst(kept, since, now));
    boolean behind =
        before
            .filter(kept -> !SubscriptionPolicy.polledFirst(kept, since, now).equals(kept))
            .isPresent();
    if (behind) {
      logger
          .atWarn()
          .addKeyValue("sourceId", it.source())
          .addKeyValue("hub", it.hub())
          .log("polling found entries that the hub has not pushed");
    }
  }
}
