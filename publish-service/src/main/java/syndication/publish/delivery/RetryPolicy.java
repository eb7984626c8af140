package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When a delivery is tried again, and when it is given up. Pure: no clock, no I/O.
///
/// @param delays waits before attempt 2, 3, …; their number bounds the retries
/// @param jitter share by which a wait differs at random, up and down, so that many deliveries that
///   failed together do not come back together
public record RetryPolicy(List<Duration> delays, double jitter) {

  /// A partner may ask for a later time, within reason: what it asks for is honoured in full up to
  /// here.
  private static final Duration RETRY_AFTER_MAX = Duration.ofDays(2);

  /// The schedule of Standard Webhooks 1.0.0: at once, then after these; 75 hours in all.
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)),
          0.2);

  public RetryPolicy {
    delays = List.copyOf(delays);
    if (jitter < 0 || jitter >= 1) {
      throw new IllegalArgumentException("jitter: " + jitter + " (expected: 0 to below 1)");
    }
  }

  /// @param attempt 1-based number of the attempt that led to `outcome`
  public NextStep after(Outcome outcome, int attempt, Instant now, RandomGenerator random) {
    return switch (outcome) {
      case Outcome.Delivered _ -> new NextStep.Done();
      case Outcome.Gone _ -> new NextStep.Disable("the partner answered 410 Gone");
      case Outcome.Refused(String reason) -> retry(attempt, now, null, reason, random);
      case Outcome.Failed failed ->
          retry(attempt, now, failed.retryAfter(), failed.reason(), random);
    };
  }

  private NextStep retry(
      int attempt,
      Instant now,
      @Nullable Duration retryAfter,
      String reason,
      RandomGenerator random) {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt: " + attempt + " (expected: >= 1)");
    }
    if (attempt > delays.size()) {
      return new NextStep.DeadLetter("given up after %d attempts: %s".formatted(attempt, reason));
    }
    Duration wait = jittered(delays.get(attempt - 1), random);
    if (retryAfter != null) {
      Duration asked = retryAfter.compareTo(RETRY_AFTER_MAX) > 0 ? RETRY_AFTER_MAX : retryAfter;
      wait = asked.compareTo(wait) > 0 ? asked : wait;
    }
    return new NextStep.RetryAt(now.plus(wait));
  }

  private Duration jittered(Duration wait, RandomGenerator random) {
    double factor = 1 + jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }

  /// What follows an attempt.
  public sealed interface NextStep {
    record Done() implements NextStep {}

    record RetryAt(Instant time) implements NextStep {}

    /// Nobody tries again unless an operator says so.
    record DeadLetter(String reason) implements NextStep {}

    /// The whole subscription stops; its deliveries are kept.
    record Disable(String reason) implements NextStep {}
  }
}
