package syndication.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.TokenBucket;

/// How fast each source may hand in, on this instance. Safe for use by several threads.
final class RateLimits {

  private final HttpProperties properties;
  private final InstantSource clock;
  private final Map<SourceId, TokenBucket> buckets = new ConcurrentHashMap<>();

  RateLimits(HttpProperties properties, InstantSource clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /// Takes room for some items; or says how long to wait.
  Optional<Duration> take(SourceId source, int items) {
    Instant now = clock.instant();
    Duration[] wait = {Duration.ZERO};
    buckets.compute(
        source,
        (_, known) -> {
          TokenBucket bucket =
              known == null
                  ? TokenBucket.full(properties.ratePerSecond(), properties.burst(), now)
                  : known.refilled(now);
          if (bucket.allows(items)) {
            return bucket.less(items);
          }
          wait[0] = bucket.until(items);
          return bucket;
        });
    return wait[0].isZero() ? Optional.empty() : Optional.of(wait[0]);
  }
}
