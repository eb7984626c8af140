package syndication.enrich.kafka.replay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells a replay to end, and lets it wait for that.
final class Signals {

  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean byOperator;

  /// @param operator whether an operator wants it, so that it stays stopped after a restart
  void stop(boolean operator) {
    byOperator |= operator;
    stop.countDown();
  }

  boolean stopped() {
    return stop.getCount() == 0;
  }

  boolean byOperator() {
    return byOperator;
  }

  /// Waits, or until told to end.
  void pause(Duration time) {
    try {
      if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }
}
