package syndication.ingest;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.ingest.normalise.DueWork;

/// Runs what is due again and again, from the moment the service is ready.
final class DueLoop implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(DueLoop.class);

  private final DueWork work;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("due-work").factory());

  DueLoop(DueWork work) {
    this.work = work;
  }

  void begin(Duration dueEvery, Duration forgetEvery) {
    every(dueEvery, this::allThatIsDue);
    every(forgetEvery, work::forget);
  }

  @Override
  public void close() {
    executor.shutdown();
  }

  private void allThatIsDue() {
    while (work.runOnce()) {
      // One portion after the other.
    }
  }

  // An outage ends; the loop has to be there when it does.
  private void every(Duration pause, Runnable task) {
    // Its end is the executor's end; what it throws is told below.
    var _ =
        executor.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                logger.atWarn().setCause(e).log("due work failed and will be tried again");
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
