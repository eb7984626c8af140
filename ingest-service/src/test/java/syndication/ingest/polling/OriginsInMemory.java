package syndication.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import syndication.ingest.politeness.Origins;

/// Origins as one instance in memory would remember them.
final class OriginsInMemory implements Origins {

  private final Map<String, Instant> next = new HashMap<>();
  private final Map<String, Robots> robots = new HashMap<>();

  @Override
  public Optional<Instant> take(String origin, Instant now, Duration gap) {
    Instant at = next.getOrDefault(origin, now);
    if (at.isAfter(now)) {
      return Optional.of(at);
    }
    next.put(origin, now.plus(gap));
    return Optional.empty();
  }

  @Override
  public void closedUntil(String origin, Instant until) {
    next.merge(origin, until, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public Optional<Robots> robots(String origin, Instant now) {
    return Optional.ofNullable(robots.get(origin)).filter(it -> it.until().isAfter(now));
  }

  @Override
  public void keep(String origin, Robots it) {
    robots.put(origin, it);
  }
}
