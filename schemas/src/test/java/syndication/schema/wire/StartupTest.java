package syndication.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StartupTest {

  private static final Duration PAUSE = Duration.ofMillis(1);

  @Test
  void triesAgainUntilWhatIsNeededIsThere() throws InterruptedException {
    var tries = new AtomicInteger();
    var ready = new CountDownLatch(1);
    var database =
        new Startup.Step(
            "database",
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("connection refused");
              }
            });

    try (var startup = new Startup(List.of(database), PAUSE, ready::countDown)) {
      startup.begin();

      assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(tries).hasValue(3);
    }
  }

  @Test
  void saysWhatItWaitsFor() throws InterruptedException {
    var tried = new CountDownLatch(2);
    var broker =
        new Startup.Step(
            "broker",
            () -> {
              tried.countDown();
              throw new IllegalStateException("no answer at 127.0.0.1:9092");
            });

    try (var startup = new Startup(List.of(broker), PAUSE, () -> {})) {
      startup.begin();

      assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(startup.state())
          .isEqualTo(new Startup.State.Waiting("broker", "no answer at 127.0.0.1:9092"));
      assertThat(startup.ready()).isFalse();
    }
  }
}
