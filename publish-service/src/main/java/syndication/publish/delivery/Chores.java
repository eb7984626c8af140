package syndication.publish.delivery;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done now and then, or later, each kind on a thread of its own.
final class Chores implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Chores.class);

  private final ScheduledExecutorService thread;

  /// @param name of the thread
  Chores(String name) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /// @param action may find the store away: then it is tried again the next time
  void every(Duration pause, Runnable action) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> {
              try {
                action.run();
              } catch (StoreUnavailableException e) {
                logger.debug("later, the store is away: {}", e.getMessage());
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  void after(Duration wait, Runnable action) {
    var _ = thread.schedule(action, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
