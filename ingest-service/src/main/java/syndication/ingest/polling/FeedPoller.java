package syndication.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import syndication.ingest.politeness.FeedStates;
import syndication.ingest.politeness.FeedStates.Leased;
import syndication.ingest.politeness.PollPolicy;
import syndication.ingest.politeness.PollPolicy.Pace;
import syndication.ingest.politeness.PollState;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.Sources;

/// Visits the feeds that are due, several at once, each held by a lease while it is visited.
final class FeedPoller implements SmartLifecycle {

  private static final Logger logger = LoggerFactory.getLogger(FeedPoller.class);

  /// Longer than any visit; a poller that died lets go after it.
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final FeedStates states;
  private final Sources sources;
  private final FeedVisit visit;
  private final Pushes pushes;
  private final InstantSource clock;
  private final BooleanSupplier ready;
  private final PollingProperties properties;
  private final String owner;
  private final Semaphore free;
  private volatile @Nullable Thread loop;
  private volatile boolean stopping;

  /// @param owner names this instance in leases
  /// @param ready whether database and broker are there yet
  FeedPoller(
      FeedStates states,
      Sources sources,
      FeedVisit visit,
      Pushes pushes,
      InstantSource clock,
      BooleanSupplier ready,
      PollingProperties properties,
      String owner) {
    this.states = states;
    this.sources = sources;
    this.visit = visit;
    this.pushes = pushes;
    this.clock = clock;
    this.ready = ready;
    this.properties = properties;
    this.owner = owner;
    this.free = new Semaphore(properties.parallel());
  }

  @Override
  public void start() {
    if (properties.enabled()) {
      stopping = false;
      loop = Thread.ofVirtual().name("feed-poller").start(this::run);
    }
  }

  @Override
  public void stop() {
    stopping = true;
    Thread it = loop;
    loop = null;
    if (it != null) {
      LockSupport.unpark(it);
    }
  }

  @Override
  public boolean isRunning() {
    return loop != null;
  }

  private void run() {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      while (!stopping) {
        boolean more = ready.getAsBoolean() && survives(() -> visitDue(workers));
        if (!more) {
          LockSupport.parkNanos(properties.tick().toNanos());
        }
      }
      workers.shutdown();
      if (!workers.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        // What is still being visited stays due: its lease ends by itself.
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the feeds that are due and begins to visit them.
  ///
  /// @return whether there may be more
  private boolean visitDue(ExecutorService workers) {
    int room = free.availablePermits();
    if (room == 0) {
      return false;
    }
    List<Leased> due = states.leaseDue(owner, clock.instant(), LEASE, room);
    for (Leased feed : due) {
      free.acquireUninterruptibly();
      workers.execute(() -> {
        try {
          survives(() -> visit(feed).isPresent());
        } finally {
          free.release();
        }
      });
    }
    return due.size() == room;
  }

  /// Visits a feed we hold, keeps what came of it, and lets go.
  ///
  /// @return empty when its source is no longer there or another poller took it meanwhile
  Optional<FeedVisit.Visited> visit(Leased feed) {
    boolean saved = false;
    try {
      Optional<Source> source = sources.find(feed.source());
      if (source.isEmpty() || feed.state().stopped()) {
        return Optional.empty();
      }
      Pace pace = new Pace(source.get().poll().interval(), pushes.pushed(feed.source()));
      FeedVisit.Visited visited = visit.visit(source.get(), feed.state(), pace);
      saved = states.save(feed.source(), owner, visited.state());
      if (visited.asked()) {
        log(feed, visited);
      }
      if (saved && visited.asked()) {
        pushes.visited(source.get(), feed.state(), visited);
      }
      return Optional.of(visited);
    } finally {
      if (!saved) {
        states.release(feed.source(), owner);
      }
    }
  }

  /// @return empty when another poller holds it
  Optional<Leased> lease(Source source, Instant now) {
    return states.lease(source.id(), owner, now, LEASE);
  }

  void release(Leased feed) {
    states.release(feed.source(), owner);
  }

  /// Keeps what came of a feed we hold without visiting it, and lets go.
  void save(Leased feed, PollState state) {
    states.save(feed.source(), owner, state);
  }

  /// Visits a feed as soon as that is polite, because something says that there is news. One that
  /// is just being visited needs no other visit.
  void soon(SourceId id) {
    Optional<Source> source = sources.find(id);
    Instant now = clock.instant();
    source
        .flatMap(it -> lease(it, now))
        .ifPresent(feed ->
            save(feed, PollPolicy.hinted(feed.state(), source.get().poll().interval(), now)));
  }

  private static void log(Leased feed, FeedVisit.Visited visited) {
    logger
        .atInfo()
        .addKeyValue("sourceId", feed.source())
        .addKeyValue("outcome", visited.says())
        .addKeyValue("nextFetchAt", visited.state().nextFetchAt())
        .log("feed visited");
  }

  // The one place where anything that goes wrong means "later": a feed stays due until it was
  // visited, so nothing is lost, and no feed can end the polling of the others.
  private static boolean survives(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      logger.warn("polling failed; the feed stays due", e);
      return false;
    }
  }
}
