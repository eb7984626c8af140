package syndication.ingest.feed;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often a feed says it changes, for those who poll it.
///
/// @param ttlMinutes time to live, or `null`
/// @param skipHours hours of the day, UTC, without polling
/// @param skipDays days without polling
/// @param updatePeriod hourly, daily, weekly, monthly or yearly, or `null`
/// @param updateFrequency times a period, or `null`
public record Schedule(
    @Nullable Integer ttlMinutes,
    List<Integer> skipHours,
    List<DayOfWeek> skipDays,
    @Nullable String updatePeriod,
    @Nullable Integer updateFrequency) {
  public Schedule {
    skipHours = List.copyOf(skipHours);
    skipDays = List.copyOf(skipDays);
  }
}
