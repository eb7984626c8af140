package syndication.publish.delivery;

import java.util.concurrent.locks.LockSupport;

/// Waits, in virtual threads.
final class Pause {

  private Pause() {}

  static void nanos(long nanos) {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
