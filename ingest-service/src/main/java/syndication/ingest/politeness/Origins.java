package syndication.ingest.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When each origin may be asked next, and its robots.txt, shared by all instances.
public interface Origins {

  /// @param text `null` where the origin has none
  /// @param until when it is to be read again
  /// @param available false when the origin could not say, so that nothing may be fetched
  record Robots(@Nullable String text, Instant until, boolean available) {}

  /// Takes the next turn at an origin, if it is already there.
  ///
  /// @param origin scheme, host and port
  /// @param gap until the turn after this one
  /// @return empty when the turn is ours, else when the next one is
  Optional<Instant> take(String origin, Instant now, Duration gap);

  /// The origin wants nobody before a time: all its feeds wait.
  void closedUntil(String origin, Instant until);

  /// What is known of its robots.txt; empty when it has to be read.
  Optional<Robots> robots(String origin, Instant now);

  void keep(String origin, Robots robots);
}
