package syndication.ingest.politeness;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a feed itself says about how often to ask it.
///
/// @param ttl time to live, or `null`
/// @param skipHours hours of the day, UTC, 0 to 23, in which not to ask
/// @param skipDays days, UTC, on which not to ask
public record Hints(@Nullable Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  public static final Hints NONE = new Hints(null, Set.of(), Set.of());

  private static final int HOURS_A_WEEK = 7 * 24;

  public Hints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  /// The moment itself if it may be asked then, else the beginning of the next hour in which it
  /// may. A feed that leaves no hour at all is not taken at its word.
  public Instant allowed(Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC);
    for (int hours = 0; hours <= HOURS_A_WEEK; hours++) {
      if (!skipHours.contains(time.getHour()) && !skipDays.contains(time.getDayOfWeek())) {
        return time.toInstant();
      }
      time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return at;
  }
}
