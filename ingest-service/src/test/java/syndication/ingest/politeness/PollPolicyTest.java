package syndication.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import syndication.ingest.politeness.PollPolicy.Pace;

class PollPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
  private static final URI FEED = URI.create("https://harbour.example/feed");
  private static final PollState NEW = PollState.begin(FEED, NOW);
  private static final Pace OWN_PACE = new Pace(null, false);

  private final RandomGenerator random = new Random(7);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after: 86400                                          | 2026-11-25T09:30:00Z",
        "retry-after: 31536000                                       | 2027-11-24T09:30:00Z",
        "retry-after: Wed, 25 Nov 2026 10:00:00 GMT                  | 2026-11-25T10:00:00Z",
        "retry-after: Wednesday, 25-Nov-26 10:00:00 GMT              | 2026-11-25T10:00:00Z",
        "cache-control: public, max-age=7200                         | 2026-11-24T11:30:00Z",
        "cache-control: max-age=7200; age: 3600                      | 2026-11-24T10:30:00Z",
        "cache-control: max-age=60; expires: Wed, 25 Nov 2026 10:00:00 GMT | 2026-11-24T09:31:00Z",
        "expires: Wed, 25 Nov 2026 10:00:00 GMT                      | 2026-11-25T10:00:00Z",
        "expires: Tue, 24 Nov 2026 12:00:00 GMT; date: Tue, 24 Nov 2026 11:00:00 GMT"
            + " | 2026-11-24T10:30:00Z",
        "cache-control: max-age=600; retry-after: 1200               | 2026-11-24T09:50:00Z",
        "cache-control: no-cache, max-age=7200                       | 2026-11-24T09:31:00Z",
        "expires: 0                                                  | 2026-11-24T09:31:00Z",
        "retry-after: soon                                           | 2026-11-24T09:31:00Z",
      })
  void anOriginIsNotAskedBeforeItsHeadersAllow(String headers, Instant notBefore) {
    Freshness freshness = Freshness.of(parsed(headers), NOW);

    PollState changed = after(NEW, changed(freshness, Hints.NONE));
    PollState failed = after(NEW, new Answer.Failed(FailureClass.SERVER_ERROR, "503", freshness));

    assertThat(changed.notBefore()).isEqualTo(notBefore);
    assertThat(changed.nextFetchAt()).isAfterOrEqualTo(notBefore);
    assertThat(failed.nextFetchAt()).isAfterOrEqualTo(notBefore);
  }

  @Test
  void aFeedsOwnTimeToLiveAndRestAreKept() {
    var hints = new Hints(Duration.ofHours(2), Set.of(12, 13), Set.of(DayOfWeek.WEDNESDAY));

    PollState state = after(NEW, changed(Freshness.NONE, hints));

    assertThat(state.notBefore()).isEqualTo("2026-11-24T11:30:00Z");
    assertThat(hints.allowed(Instant.parse("2026-11-24T12:15:00Z")))
        .isEqualTo("2026-11-24T14:00:00Z");
    assertThat(hints.allowed(Instant.parse("2026-11-24T23:59:00Z")))
        .isEqualTo("2026-11-24T23:59:00Z");
    assertThat(hints.allowed(Instant.parse("2026-11-25T00:00:01Z")))
        .isEqualTo("2026-11-26T00:00:00Z");
  }

  @Test
  void aFeedThatRestsAlwaysIsNotTakenAtItsWord() {
    var hints = new Hints(null, Set.of(), Set.of(DayOfWeek.values()));

    assertThat(hints.allowed(NOW)).isEqualTo(NOW);
  }

  @Test
  void aBusyFeedIsAskedOftenAndAQuietOneSeldom() {
    assertThat(intervalWithGap(Duration.ofMinutes(2))).isBetween(minutes(5), minutes(6));
    assertThat(intervalWithGap(Duration.ofHours(1))).isBetween(minutes(30), minutes(33));
    assertThat(intervalWithGap(Duration.ofDays(30))).isBetween(minutes(720), minutes(730));
  }

  @Test
  void anOperatorsIntervalIsKeptButNeverMoreOftenThanTheOriginWants() {
    Answer fresh = changed(Freshness.of(Map.of("cache-control", "max-age=3600"), NOW), Hints.NONE);

    PollState state =
        PollPolicy.after(NEW, fresh, new Pace(Duration.ofMinutes(10), false), NOW, random);

    assertThat(Duration.between(NOW, state.nextFetchAt())).isBetween(minutes(60), minutes(61));
  }

  @Test
  void failuresInARowWaitLongerEachTimeUpToADay() {
    PollState state = NEW;
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      state = after(state, new Answer.Failed(FailureClass.SERVER_ERROR, "503", Freshness.NONE));
      waits.add(Duration.between(NOW, state.nextFetchAt()));
    }

    assertThat(waits.getFirst()).isBetween(minutes(10), minutes(11));
    assertThat(waits.get(3)).isBetween(minutes(80), minutes(90));
    assertThat(waits.getLast()).isBetween(minutes(1440), minutes(1450));
    assertThat(after(state, changed(Freshness.NONE, Hints.NONE)).trouble()).isNull();
  }

  @Test
  void whatIsGoneIsNeverAskedAgain() {
    PollState state = after(NEW, new Answer.Failed(FailureClass.GONE, "410", Freshness.NONE));

    assertThat(state.stopped()).isTrue();
    assertThat(state.nextFetchAt()).isAfter(NOW.plus(Duration.ofDays(100_000)));
  }

  @Test
  void validatorsAreKeptAndRenewed() {
    PollState state = after(NEW, changed(Freshness.NONE, Hints.NONE));

    PollState same =
        after(state, new Answer.Unchanged(Freshness.NONE, new Validators("\"2\"", null), null));

    assertThat(same.validators()).isEqualTo(new Validators("\"2\"", "yesterday"));
  }

  @Test
  void whileAHubWeTrustPushesPollingOnlyWatchesOverIt() {
    PollState state =
        PollPolicy.after(
            NEW, changed(Freshness.NONE, Hints.NONE), new Pace(null, true), NOW, random);

    assertThat(state.nextFetchAt()).isAfterOrEqualTo(NOW.plus(PollPolicy.BACKUP_INTERVAL));
  }

  @Test
  void aHintBringsAVisitForwardButNeverBeforeTheOriginWantsIt() {
    PollState rested = after(NEW, changed(Freshness.NONE, Hints.NONE));
    PollState fresh =
        after(NEW, changed(Freshness.of(Map.of("cache-control", "max-age=1500"), NOW), Hints.NONE));

    assertThat(PollPolicy.hinted(rested, null, NOW).nextFetchAt())
        .isEqualTo(NOW.plus(PollPolicy.INTERVAL_MIN));
    assertThat(PollPolicy.hinted(fresh, null, NOW).nextFetchAt()).isEqualTo(NOW.plusSeconds(1500));
    assertThat(PollPolicy.hinted(rested, Duration.ofMinutes(20), NOW).nextFetchAt())
        .isEqualTo(NOW.plus(Duration.ofMinutes(20)));
  }

  @Test
  void hintsDoNotHurryAnOriginThatIsInTroubleOrGone() {
    PollState down =
        after(NEW, new Answer.Failed(FailureClass.SERVER_ERROR, "503", Freshness.NONE));
    PollState gone = after(NEW, new Answer.Failed(FailureClass.GONE, "410", Freshness.NONE));

    assertThat(PollPolicy.hinted(down, null, NOW)).isEqualTo(down);
    assertThat(PollPolicy.hinted(gone, null, NOW)).isEqualTo(gone);
  }

  @Test
  void chanceOnlyEverMakesItLater() {
    for (int seed = 0; seed < 1_000; seed++) {
      PollState state =
          PollPolicy.after(
              NEW,
              changed(Freshness.of(Map.of("retry-after", "600"), NOW), Hints.NONE),
              new Pace(Duration.ofMinutes(10), false),
              NOW,
              new Random(seed));
      assertThat(state.nextFetchAt()).isAfterOrEqualTo(NOW.plusSeconds(600));
    }
  }

  @Test
  void silenceIsMeasuredByTheFeedsOwnRhythm() {
    List<Instant> daily = new ArrayList<>();
    for (int i = 10; i > 0; i--) {
      daily.add(NOW.minus(Duration.ofDays(i)));
    }
    Rhythm rhythm = new Rhythm(daily);

    assertThat(rhythm.quiet(NOW)).isEmpty();
    assertThat(rhythm.quiet(NOW.plus(Duration.ofDays(2)))).isEmpty();
    assertThat(rhythm.quiet(NOW.plus(Duration.ofDays(4))).orElseThrow()).contains("5 days");
    assertThat(Rhythm.UNKNOWN.quiet(NOW)).isEmpty();
  }

  private static Duration intervalWithGap(Duration gap) {
    List<Instant> arrivals = new ArrayList<>();
    for (int i = 9; i >= 0; i--) {
      arrivals.add(NOW.minus(gap.multipliedBy(i)));
    }
    Answer answer =
        new Answer.Changed(
            Freshness.NONE, Validators.NONE, "hash", Hints.NONE, arrivals, null, null);
    return Duration.between(
        NOW, PollPolicy.after(NEW, answer, OWN_PACE, NOW, new Random(1)).nextFetchAt());
  }

  private PollState after(PollState before, Answer answer) {
    return PollPolicy.after(before, answer, OWN_PACE, NOW, random);
  }

  private static Answer changed(Freshness freshness, Hints hints) {
    return new Answer.Changed(
        freshness, new Validators("\"1\"", "yesterday"), "hash", hints, List.of(), null, null);
  }

  private static Duration minutes(int it) {
    return Duration.ofMinutes(it);
  }

  private static Map<String, String> parsed(String headers) {
    Map<String, String> all = new java.util.TreeMap<>();
    for (String header : headers.split("; ", -1)) {
      int colon = header.indexOf(':');
      all.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return all;
  }
}
