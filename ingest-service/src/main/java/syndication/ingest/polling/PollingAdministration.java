package syndication.ingest.polling;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import syndication.ingest.politeness.FeedStates;
import syndication.ingest.politeness.FeedStates.Leased;
import syndication.ingest.politeness.PollState;
import syndication.ingest.source.FeedPolling;
import syndication.ingest.source.FeedStatus;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;

/// What administration asks of polling.
final class PollingAdministration implements FeedPolling {

  /// A visit of another instance, or a turn at the origin, is waited for this long.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final FeedStates states;
  private final FeedPoller poller;
  private final Pushes pushes;
  private final FeedTrials trials;
  private final InstantSource clock;

  PollingAdministration(
      FeedStates states, FeedPoller poller, Pushes pushes, FeedTrials trials, InstantSource clock) {
    this.states = states;
    this.poller = poller;
    this.pushes = pushes;
    this.trials = trials;
    this.clock = clock;
  }

  @Override
  public void register(Source source) {
    URI feed = source.feedUrl();
    if (feed == null) {
      throw new IllegalArgumentException(
          "source: %s (expected: one that has a feed)".formatted(source.id()));
    }
    Optional<PollState> before = states.find(source.id());
    if (before.isEmpty() || !before.get().registered().equals(feed) || before.get().stopped()) {
      states.begin(source.id(), PollState.begin(feed, clock.instant()));
    }
  }

  @Override
  public Map<SourceId, FeedStatus> statusOf(Collection<Source> sources) {
    Map<SourceId, FeedStatus> statuses = new HashMap<>();
    Map<SourceId, PollState> known = states.all(sources.stream().map(Source::id).toList());
    Map<SourceId, String> push = pushes.words(known);
    for (Source source : sources) {
      PollState state = known.get(source.id());
      if (state != null && source.kind() == Source.Kind.FEED) {
        statuses.put(source.id(), status(source, state, push.get(source.id())));
      }
    }
    return statuses;
  }

  @Override
  public PollNow pollNow(Source source) {
    Instant end = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(end)) {
      Optional<Leased> feed = poller.lease(source, clock.instant());
      if (feed.isPresent()) {
        Optional<PollNow> outcome = poll(feed.get());
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return new PollNow.Busy();
  }

  @Override
  public FeedTrial tryOut(URI address) {
    return trials.tryOut(address);
  }

  // Empty when it is not our turn at the origin yet.
  private Optional<PollNow> poll(Leased feed) {
    PollState state = feed.state();
    if (state.stopped()) {
      poller.release(feed);
      return Optional.of(new PollNow.Stopped(state.notBeforeWhy()));
    }
    if (state.notBefore().isAfter(clock.instant())) {
      poller.release(feed);
      return Optional.of(new PollNow.TooEarly(state.notBefore(), state.notBeforeWhy()));
    }
    Optional<FeedVisit.Visited> visited = poller.visit(feed);
    if (visited.isEmpty()) {
      return Optional.of(new PollNow.Busy());
    }
    FeedVisit.Visited it = visited.get();
    return it.asked()
        ? Optional.of(
            new PollNow.Polled(
                it.says(),
                it.failed(),
                it.counts().submitted(),
                it.counts().unchanged(),
                it.counts().quarantined(),
                it.state().stopped() ? null : it.state().nextFetchAt()))
        : Optional.empty();
  }

  private FeedStatus status(Source source, PollState state, @Nullable String push) {
    Instant now = clock.instant();
    PollState.Trouble trouble = state.trouble();
    List<Instant> arrivals = state.rhythm().arrivals();
    boolean polled = source.state() == Source.State.ACTIVE && !state.stopped();
    List<String> notes = new ArrayList<>();
    if (!state.registered().equals(state.address())) {
      notes.add("it has moved for good to " + state.address());
    }
    if (Duration.between(now, state.notBefore()).compareTo(Duration.ofDays(1)) > 0 && polled) {
      notes.add("not asked before %s: %s".formatted(state.notBefore(), state.notBeforeWhy()));
    }
    return new FeedStatus(
        state.address().toString(),
        says(source, state),
        state.lastFetchAt(),
        arrivals.isEmpty() ? null : arrivals.getLast(),
        polled ? state.nextFetchAt() : null,
        trouble == null ? null : trouble.failure().name(),
        trouble == null ? 0 : trouble.count(),
        trouble == null && polled ? state.rhythm().quiet(now).orElse(null) : null,
        push,
        notes);
  }

  private static String says(Source source, PollState state) {
    PollState.Trouble trouble = state.trouble();
    if (source.state() != Source.State.ACTIVE) {
      return "not polled: the source is "
          + source.state().name().toLowerCase(java.util.Locale.ROOT);
    }
    if (trouble != null) {
      String words = trouble.failure().words(trouble.words());
      return trouble.count() == 1
          ? words
          : words + ", %d times in a row".formatted(trouble.count());
    }
    return state.lastFetchAt() == null ? "not polled yet" : "polled without trouble";
  }
}
