package syndication.publish.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes what becomes of deliveries durable, in groups: one commit for all that came while the last
/// one ran. While the store is away it keeps trying, and nothing is settled.
///
/// It is bounded by what the lanes and the reader have under way: both stop when nothing settles.
final class Ledger implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Ledger.class);

  /// Larger groups cost memory and save nothing.
  private static final int GROUP_MAX = 1_000;

  /// How long a group gathers. What waits for it is the offset, not a partner; and after a crash so
  /// much more comes twice.
  private static final Duration GATHER = Duration.ofMillis(20);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(250);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private final DeliveryStore store;
  private final DeliveryObserver observer;
  private final InstantSource clock;
  private final Consumer<Set<String>> wake;
  private final Thread writer;
  private volatile boolean closed;

  /// @param wake told which subscriptions got something to send
  Ledger(
      DeliveryStore store,
      DeliveryObserver observer,
      InstantSource clock,
      Consumer<Set<String>> wake) {
    this.store = store;
    this.observer = observer;
    this.clock = clock;
    this.wake = wake;
    this.writer = Thread.ofPlatform().name("delivery-ledger").daemon().unstarted(this::run);
  }

  void start() {
    writer.start();
  }

  /// @param whenDurable run by the ledger's thread; must not wait
  void add(LedgerEntry entry, Runnable whenDurable) {
    lines.add(new Line(entry, whenDurable));
  }

  /// Writes what is there, and ends.
  @Override
  public void close() {
    closed = true;
    try {
      if (!writer.join(STOP_WITHIN)) {
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends at once, as a crash would.
  void abandon() {
    closed = true;
    lines.clear();
    writer.interrupt();
  }

  private void run() {
    List<Line> group = new ArrayList<>(GROUP_MAX);
    try {
      while (!closed || !lines.isEmpty()) {
        Line first = lines.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          gather(group);
          write(group);
          group.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void gather(List<Line> group) throws InterruptedException {
    long end = System.nanoTime() + GATHER.toNanos();
    lines.drainTo(group, GROUP_MAX - group.size());
    long left = end - System.nanoTime();
    if (group.size() < GROUP_MAX && left > 0 && !closed) {
      // Sleeping through it: being woken for each entry would cost more than the group saves.
      Thread.sleep(Duration.ofNanos(left));
      lines.drainTo(group, GROUP_MAX - group.size());
    }
  }

  private void write(List<Line> group) throws InterruptedException {
    List<LedgerEntry> entries = group.stream().map(Line::entry).toList();
    Set<String> toWake = record(entries);
    for (Line line : group) {
      line.whenDurable().run();
      observer.recorded(line.entry());
    }
    if (!toWake.isEmpty()) {
      wake.accept(toWake);
    }
  }

  private Set<String> record(List<LedgerEntry> entries) throws InterruptedException {
    boolean said = false;
    while (true) {
      try {
        return store.record(entries, clock.instant());
      } catch (StoreUnavailableException e) {
        if (!said) {
          logger.warn("deliveries wait for the store: {}", e.getMessage());
          said = true;
        }
        Thread.sleep(PAUSE_AFTER_FAILURE);
      }
    }
  }

  private record Line(LedgerEntry entry, Runnable whenDurable) {}
}
