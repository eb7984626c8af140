package syndication.ingest.source;

import java.time.Duration;
import java.time.Instant;

/// How fast a source may hand in: a burst at once, then a steady rate. A value: taking returns the
/// next one.
///
/// @param tokens what may be taken at `at`
public record TokenBucket(double perSecond, double burst, double tokens, Instant at) {

  private static final double NANOS = 1e9;

  /// Full.
  public static TokenBucket full(double perSecond, double burst, Instant now) {
    return new TokenBucket(perSecond, burst, burst, now);
  }

  /// What has run in since.
  public TokenBucket refilled(Instant now) {
    double seconds = Math.max(0, Duration.between(at, now).toNanos() / NANOS);
    return new TokenBucket(perSecond, burst, Math.min(burst, tokens + seconds * perSecond), now);
  }

  /// Whether something may be taken now. A batch larger than the burst may be taken when the bucket
  /// is full, and is paid off afterwards.
  public boolean allows(int items) {
    return tokens >= Math.min(items, burst);
  }

  public TokenBucket less(int items) {
    return new TokenBucket(perSecond, burst, tokens - items, at);
  }

  /// How long until [#allows(int)], in full seconds, at least one.
  public Duration until(int items) {
    double missing = Math.min(items, burst) - tokens;
    return Duration.ofSeconds(Math.max(1, (long) Math.ceil(missing / perSecond)));
  }
}
