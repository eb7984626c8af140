package syndication.benchmark;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what is measured to be done.
final class Patience {

  private static final Duration AT_MOST = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Patience() {}

  static void until(BooleanSupplier done) {
    until(AT_MOST, done);
  }

  static void until(Duration atMost, BooleanSupplier done) {
    await().pollInterval(LOOK_EVERY).atMost(atMost).until(done::getAsBoolean);
  }
}
