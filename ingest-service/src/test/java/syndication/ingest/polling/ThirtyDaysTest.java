package syndication.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.politeness.PollPolicy.Pace;
import syndication.ingest.politeness.PollState;
import syndication.ingest.source.PollSettings;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.schema.trace.Traces;

/// Thirty days at an origin full of wishes: not one request that it had asked not to get, not one
/// that could bring nothing, and yet every story is read.
class ThirtyDaysTest {

  private static final Instant BEGIN = Instant.parse("2026-11-24T09:30:00Z");
  private static final Duration THIRTY_DAYS = Duration.ofDays(30);
  private static final List<String> FEEDS =
      List.of("/moved", "/rests", "/fresh", "/limited", "/gone", "/falls", "/forbidden");

  private final SimulatedClock clock = new SimulatedClock(BEGIN);
  private final UnfriendlyOrigin origin = new UnfriendlyOrigin(clock);
  private final List<Received> received = new ArrayList<>();
  private final Map<String, PollState> states = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noRequestIsEarlyAndNoneIsNeedless(long seed) {
    var random = new Random(seed);
    var fetch =
        new PoliteFetch(origin, new OriginsInMemory(), clock, "Syndicate", Duration.ofSeconds(1));
    var intake =
        new EntryIntake(
            received::addAll,
            (_, _, _, _) -> {},
            (_, _) -> {},
            new EntriesInMemory(),
            new FullText(fetch, clock),
            clock,
            random,
            Traces.nowhere());
    var visit = new FeedVisit(fetch, new FeedReader(), intake, clock, random);
    FEEDS.forEach(it -> states.put(it, PollState.begin(address(it), BEGIN)));

    Instant end = BEGIN.plus(THIRTY_DAYS);
    while (clock.instant().isBefore(end)) {
      String next = next();
      clock.moveTo(state(next).nextFetchAt());
      states.put(next, visit.visit(source(next), state(next), new Pace(null, false)).state());
    }

    assertThat(origin.early).isEmpty();
    assertThat(origin.needless).isEmpty();
    assertThat(origin.requests).doesNotContainKey("/forbidden");
    assertThat(origin.requests.get("/gone")).isEqualTo(1);
    assertThat(origin.requests.get("/moved")).isEqualTo(1);
    assertThat(stories("moved")).as("a story every 3 hours").isGreaterThan(80);
    assertThat(stories("rests")).isGreaterThan(80);
    assertThat(stories("falls")).isGreaterThan(50);
    assertThat(origin.requests.get("/limited")).isBetween(30, 90);
  }

  private String next() {
    String first = FEEDS.getFirst();
    for (String it : FEEDS) {
      if (state(it).nextFetchAt().isBefore(state(first).nextFetchAt())) {
        first = it;
      }
    }
    return first;
  }

  private PollState state(String feed) {
    PollState it = states.get(feed);
    if (it == null) {
      throw new AssertionError("no state of " + feed);
    }
    return it;
  }

  private long stories(String source) {
    return received.stream().filter(it -> it.sourceId().value().equals(source)).count();
  }

  private static Source source(String feed) {
    return new Source(
        new SourceId(feed.substring(1)),
        feed,
        Source.Kind.FEED,
        Source.State.ACTIVE,
        address(feed),
        null,
        null,
        Source.Rights.UNSTATED,
        PollSettings.DEFAULT,
        BEGIN,
        BEGIN);
  }

  private static URI address(String path) {
    return URI.create("https://slow.example" + path);
  }
}
