package syndication.publish.delivery;

import java.time.Duration;

/// Lets so many through a second, with a burst of one second's worth. Not safe for use by several
/// threads.
final class TokenBucket {

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long lastNanos;

  TokenBucket(double perSecond, long nowNanos) {
    this.perSecond = perSecond;
    this.burst = Math.max(1, perSecond);
    this.tokens = burst;
    this.lastNanos = nowNanos;
  }

  /// Takes one, now or from the future.
  ///
  /// @return how long to wait before going on, 0 or more nanoseconds
  long reserveNanos(long nowNanos) {
    tokens = Math.min(burst, tokens + (nowNanos - lastNanos) / NANOS_PER_SECOND * perSecond);
    lastNanos = nowNanos;
    tokens -= 1;
    return tokens >= 0 ? 0 : Math.round(-tokens / perSecond * NANOS_PER_SECOND);
  }
}
