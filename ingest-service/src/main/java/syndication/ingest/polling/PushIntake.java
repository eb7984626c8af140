package syndication.ingest.polling;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.politeness.FeedStates.Leased;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.ingest.source.Sources;
import syndication.ingest.websub.Callbacks;
import syndication.ingest.websub.HubSignature;
import syndication.ingest.websub.Subscription;
import syndication.ingest.websub.SubscriptionPolicy;
import syndication.ingest.websub.SubscriptionPolicy.Question;
import syndication.ingest.websub.SubscriptionPolicy.Verified;
import syndication.ingest.websub.Subscriptions;

/// Takes what hubs push by the same intake as what is polled. What proves nothing is a hint to ask
/// the feed itself.
final class PushIntake implements Callbacks {

  private static final Logger logger = LoggerFactory.getLogger(PushIntake.class);

  /// A visit to the feed is waited for this long, so that its entries are not taken twice; then
  /// they are, which does no harm. Hubs do not wait much longer for an answer.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Subscriptions subscriptions;
  private final Sources sources;
  private final FeedPoller poller;
  private final FeedReader reader;
  private final EntryIntake intake;
  private final InstantSource clock;

  PushIntake(
      Subscriptions subscriptions,
      Sources sources,
      FeedPoller poller,
      FeedReader reader,
      EntryIntake intake,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.sources = sources;
    this.poller = poller;
    this.reader = reader;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public Optional<String> verify(String token, Question question) {
    if (!Subscription.isToken(token)) {
      return Optional.empty();
    }
    var echo = new AtomicReference<Optional<String>>(Optional.empty());
    subscriptions.change(
        token,
        it -> {
          Optional<Verified> verified = SubscriptionPolicy.verify(it, question, clock.instant());
          echo.set(verified.map(Verified::echo));
          return verified.isPresent() ? verified.get().next() : it;
        });
    return echo.get();
  }

  @Override
  public boolean expects(String token) {
    return wanted(token).isPresent();
  }

  @Override
  public Taken take(Push push) {
    Optional<Subscription> found = wanted(push.token());
    Optional<Source> source = found.flatMap(it -> sources.find(it.source()));
    if (found.isEmpty() || source.isEmpty() || source.get().state() != Source.State.ACTIVE) {
      return Taken.UNKNOWN;
    }
    Subscription it = found.get();
    Instant now = clock.instant();
    Optional<String> doubt = doubt(it, source.get(), push, now);
    if (doubt.isPresent()) {
      return hint(it, doubt.get());
    }
    Feed feed = reader.read(push.body(), push.contentType(), it.topic(), now);
    return FeedVisit.isFeed(feed) ? entries(it, source.get(), feed) : hint(it, "it is not a feed");
  }

  @Override
  public Taken tooLarge(String token) {
    return wanted(token)
        .map(it -> hint(it, "it is larger than any feed should be"))
        .orElse(Taken.UNKNOWN);
  }

  private Optional<Subscription> wanted(String token) {
    return Subscription.isToken(token)
        ? subscriptions.find(token).filter(it -> it.stage() != Subscription.Stage.ENDING)
        : Optional.empty();
  }

  private static Optional<String> doubt(Subscription it, Source source, Push push, Instant now) {
    if (!it.isLive(now)) {
      return Optional.of("the subscription has run out");
    }
    if (source.poll().fullText()) {
      return Optional.of("its articles are read from their pages");
    }
    return it.exposed().or(() -> HubSignature.doubt(push.signature(), push.body(), it.secret()));
  }

  private Taken hint(Subscription it, String why) {
    subscriptions.change(
        it.token(), before -> SubscriptionPolicy.hinted(before, why, clock.instant()));
    poller.soon(it.source());
    log(it, "a push proves nothing: " + why);
    return Taken.HINT;
  }

  private Taken entries(Subscription it, Source source, Feed feed) {
    URI registered = source.feedUrl() == null ? it.topic() : source.feedUrl();
    Optional<Leased> held = hold(source);
    boolean saved = false;
    try {
      var origin = new EntryIntake.Origin(Received.Road.WEBSUB, it.topic(), registered);
      EntryIntake.Taken taken = intake.take(source, feed, origin);
      Instant now = clock.instant();
      held.ifPresent(
          feedHeld -> poller.save(feedHeld, feedHeld.state().arrived(taken.arrivals(), now)));
      saved = true;
      subscriptions.change(it.token(), before -> SubscriptionPolicy.pushed(before, now));
      log(it, "entries pushed: " + taken.counts());
      return Taken.ENTRIES;
    } finally {
      if (!saved) {
        held.ifPresent(poller::release);
      }
    }
  }

  private Optional<Leased> hold(Source source) {
    Instant end = clock.instant().plus(PATIENCE);
    Optional<Leased> held = poller.lease(source, clock.instant());
    while (held.isEmpty() && clock.instant().isBefore(end)) {
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        return held;
      }
      held = poller.lease(source, clock.instant());
    }
    return held;
  }

  private static void log(Subscription it, String message) {
    logger.atInfo().addKeyValue("sourceId", it.source()).addKeyValue("hub", it.hub()).log(message);
  }
}
