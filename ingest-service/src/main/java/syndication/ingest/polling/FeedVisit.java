package syndication.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.feed.Schedule;
import syndication.ingest.politeness.Answer;
import syndication.ingest.politeness.FailureClass;
import syndication.ingest.politeness.Hints;
import syndication.ingest.politeness.PollPolicy;
import syndication.ingest.politeness.PollPolicy.Pace;
import syndication.ingest.politeness.PollState;
import syndication.ingest.politeness.Validators;
import syndication.ingest.polling.Fetcher.Fetched;
import syndication.ingest.polling.PoliteFetch.Outcome;
import syndication.ingest.source.Digests;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.ingest.websub.Offer;

/// One visit to one feed: asks it, hands on what is new, and decides when to come again.
final class FeedVisit {

  /// No feed of articles is larger; the reader has bounds of its own as well.
  static final int FEED_BYTES_MAX = 10 * 1024 * 1024;

  static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

  /// Another turn is tried after this at least, so that a busy origin is no busy loop.
  private static final Duration WAIT_MIN = Duration.ofMillis(200);

  private final PoliteFetch fetch;
  private final FeedReader reader;
  private final EntryIntake intake;
  private final InstantSource clock;
  private final RandomGenerator random;

  FeedVisit(
      PoliteFetch fetch,
      FeedReader reader,
      EntryIntake intake,
      InstantSource clock,
      RandomGenerator random) {
    this.fetch = fetch;
    this.reader = reader;
    this.intake = intake;
    this.clock = clock;
    this.random = random;
  }

  /// What a visit came to.
  ///
  /// @param asked whether the feed was asked at all
  /// @param says in one sentence
  record Visited(
      PollState state, boolean asked, String says, EntryIntake.Counts counts, boolean failed) {}

  Visited visit(Source source, PollState before, Pace pace) {
    Outcome outcome = fetch.fetch(before.address(), before.validators(), ACCEPT, FEED_BYTES_MAX);
    return switch (outcome) {
      case Outcome.Wait it -> {
        Instant least = clock.instant().plus(WAIT_MIN);
        Instant next = it.until().isBefore(least) ? least : it.until();
        yield new Visited(
            before.at(next, it.movedTo()),
            false,
            "waits for its turn at the origin",
            EntryIntake.NONE,
            false);
      }
      case Outcome.Failed it ->
          after(before, new Answer.Failed(it.failure(), it.words(), it.freshness()), pace);
      case Outcome.Got it -> got(source, before, it, pace);
    };
  }

  private Visited got(Source source, PollState before, Outcome.Got got, Pace pace) {
    Fetched.Response response = got.response();
    Validators validators =
        new Validators(response.headers().get("etag"), response.headers().get("last-modified"));
    if (response.status() == 304) {
      return after(before, new Answer.Unchanged(got.freshness(), validators, got.movedTo()), pace);
    }
    Instant now = clock.instant();
    Feed feed =
        reader.read(response.body(), response.headers().get("content-type"), got.address(), now);
    if (!isFeed(feed)) {
      String reason =
          feed.unreadable().isEmpty() ? "no entries" : feed.unreadable().getFirst().reason();
      return after(
          before, new Answer.Failed(FailureClass.NOT_A_FEED, reason, got.freshness()), pace);
    }
    boolean first = before.bodyHash() == null;
    var origin = new EntryIntake.Origin(Received.Road.FEED, got.address(), before.registered());
    EntryIntake.Taken taken = intake.take(source, feed, origin);
    Answer answer =
        new Answer.Changed(
            got.freshness(),
            validators,
            HexFormat.of().formatHex(Digests.sha256(response.body())),
            hints(feed.info().schedule()),
            first ? taken.stated() : taken.arrivals(),
            got.movedTo(),
            offer(got, feed));
    PollState state = PollPolicy.after(before, answer, pace, now, random);
    EntryIntake.Counts counts = taken.counts();
    String says =
        "read %d entries: %d new or changed, %d as before, %d unreadable"
            .formatted(counts.all(), counts.submitted(), counts.unchanged(), counts.quarantined());
    return new Visited(state, true, says, counts, false);
  }

  private Visited after(PollState before, Answer answer, Pace pace) {
    PollState state = PollPolicy.after(before, answer, pace, clock.instant(), random);
    return switch (answer) {
      case Answer.Failed it ->
          new Visited(state, true, it.failure().words(it.words()), EntryIntake.NONE, true);
      case Answer.Changed _, Answer.Unchanged _ ->
          new Visited(state, true, "nothing new since the last visit", EntryIntake.NONE, false);
    };
  }

  /// Whether a document is a feed, even one without entries.
  static boolean isFeed(Feed feed) {
    boolean whole = feed.unreadable().stream().anyMatch(it -> it.position().line() == 0);
    return !feed.entries().isEmpty() || (!whole && feed.info().title() != null);
  }

  private static @Nullable Offer offer(Outcome.Got got, Feed feed) {
    String links = got.response().headers().get("link");
    return Offer.discover(links, feed.info().hubs(), feed.info().self(), got.address())
        .orElse(null);
  }

  private static Hints hints(Schedule schedule) {
    Integer ttl = schedule.ttlMinutes();
    List<Integer> hours = new ArrayList<>();
    for (int hour : schedule.skipHours()) {
      // 24 is an old spelling of midnight.
      if (hour >= 0 && hour <= 24) {
        hours.add(hour % 24);
      }
    }
    return new Hints(
        ttl == null || ttl <= 0 ? null : Duration.ofMinutes(ttl),
        new HashSet<>(hours),
        new HashSet<>(schedule.skipDays()));
  }
}
