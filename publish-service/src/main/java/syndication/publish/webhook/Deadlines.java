package syndication.publish.webhook;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Cuts off exchanges that take too long, whatever they wait for. One thread looks over all that
/// are under way: a timer for each would cost more than signing it, and reading with a time limit
/// on a virtual thread is such a timer too.
final class Deadlines implements AutoCloseable {

  /// By so much an exchange may last longer.
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Deadlines() {
    Thread.ofPlatform().name("delivery-deadlines").daemon().start(this::run);
  }

  /// @param cut run once, by another thread, unless the watch is closed before; must not wait
  Watch watch(Duration atMost, Runnable cut) {
    var it = new Watch(System.nanoTime() + atMost.toNanos(), cut);
    watches.add(it);
    return it;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      long now = System.nanoTime();
      watches.stream()
          .filter(it -> now - it.untilNanos >= 0)
          .toList()
          .forEach(it -> {
            if (watches.remove(it)) {
              it.late.set(true);
              it.cut.run();
            }
          });
    }
  }

  /// One exchange under way.
  final class Watch implements AutoCloseable {

    private final long untilNanos;
    private final Runnable cut;
    private final AtomicBoolean late = new AtomicBoolean();

    private Watch(long untilNanos, Runnable cut) {
      this.untilNanos = untilNanos;
      this.cut = cut;
    }

    /// Whether it was cut off.
    boolean late() {
      return late.get();
    }

    @Override
    public void close() {
      watches.remove(this);
    }
  }
}
