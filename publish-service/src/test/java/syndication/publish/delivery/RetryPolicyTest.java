package syndication.publish.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import syndication.publish.delivery.RetryPolicy.NextStep;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Outcome.Failed failed(@Nullable Duration retryAfter) {
    return new Outcome.Failed(500, "answered 500", null, retryAfter, false);
  }

  private static Duration waitAfter(Outcome outcome, int attempt, long seed) {
    NextStep next = RetryPolicy.STANDARD.after(outcome, attempt, NOW, new Random(seed));
    return next instanceof NextStep.RetryAt(Instant time)
        ? Duration.between(NOW, time)
        : Duration.ofDays(-1);
  }

  @Test
  void everyWaitOfTheStandardScheduleIsKeptWithinAFifth() {
    List<Duration> schedule = RetryPolicy.STANDARD.delays();
    for (int attempt = 1; attempt <= schedule.size(); attempt++) {
      Duration expected = schedule.get(attempt - 1);
      for (long seed = 0; seed < 50; seed++) {
        assertThat(waitAfter(failed(null), attempt, seed))
            .isBetween(
                Duration.ofMillis(expected.toMillis() * 8 / 10),
                Duration.ofMillis(expected.toMillis() * 12 / 10));
      }
    }
  }

  @Test
  void theTenthFailureIsDeadLettered() {
    assertThat(RetryPolicy.STANDARD.after(failed(null), 9, NOW, new Random(1)))
        .isInstanceOf(NextStep.RetryAt.class);
    assertThat(RetryPolicy.STANDARD.after(failed(null), 10, NOW, new Random(1)))
        .isEqualTo(new NextStep.DeadLetter("given up after 10 attempts: answered 500"));
  }

  @Test
  void whatThePartnerAsksForIsWaitedInFullWhenItIsLonger() {
    assertThat(waitAfter(failed(Duration.ofHours(3)), 1, 1)).isEqualTo(Duration.ofHours(3));
    assertThat(waitAfter(failed(Duration.ofSeconds(1)), 2, 1)).isGreaterThan(Duration.ofMinutes(4));
  }

  @Test
  void goneStopsTheSubscriptionAndARefusedAddressIsTriedAgain() {
    assertThat(RetryPolicy.STANDARD.after(new Outcome.Gone(null), 1, NOW, new Random(1)))
        .isInstanceOf(NextStep.Disable.class);
    assertThat(RetryPolicy.STANDARD.after(new Outcome.Refused("x"), 1, NOW, new Random(1)))
        .isInstanceOf(NextStep.RetryAt.class);
    assertThat(RetryPolicy.STANDARD.after(new Outcome.Delivered(200), 1, NOW, new Random(1)))
        .isEqualTo(new NextStep.Done());
  }
}
