package syndication.ingest.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an operator settled about asking a source's feed.
///
/// @param interval between two polls at least, or `null` to follow the feed's own rhythm
/// @param fullText whether to fetch the page of an entry that carries a summary only
public record PollSettings(@Nullable Duration interval, boolean fullText) {

  public static final PollSettings DEFAULT = new PollSettings(null, false);

  /// No feed needs more; an origin would call it an attack.
  public static final Duration INTERVAL_MIN = Duration.ofSeconds(10);

  public PollSettings {
    if (interval != null && interval.compareTo(INTERVAL_MIN) < 0) {
      throw new IllegalArgumentException(
          "interval: %s (expected: at least %s)".formatted(interval, INTERVAL_MIN));
    }
  }
}
