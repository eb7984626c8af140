package syndication.ingest.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Puts the parts of a date together; numbers that no calendar has are refused by an exception of
/// `java.time`, which the caller turns into "no date".
final class Parts {

  /// Two-digit years from here on are of the last century.
  private static final int CENTURY_FROM = 70;

  private Parts() {}

  /// What a group that always takes part in a match has matched.
  static String part(Matcher matcher, int group) {
    return Objects.requireNonNullElse(matcher.group(group), "");
  }

  static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year >= CENTURY_FROM ? 1900 + year : 2000 + year;
  }

  static LocalDate date(String year, @Nullable String month, @Nullable String day) {
    return LocalDate.of(
        year(year),
        month == null ? 1 : Integer.parseInt(month),
        day == null ? 1 : Integer.parseInt(day));
  }

  /// @param zone as written in lower case, or `null` for UTC
  /// @return `null` when there is no such zone
  static @Nullable Instant at(
      LocalDate date,
      @Nullable String hour,
      @Nullable String minute,
      @Nullable String second,
      @Nullable String zone) {
    int hours = hour == null ? 0 : Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    int seconds = second == null ? 0 : Integer.parseInt(second);
    boolean midnight = hours == 24 && minutes == 0 && seconds == 0;
    int leap = seconds == 60 ? 1 : 0;
    ZoneId in = zone == null ? ZoneOffset.UTC : Zones.of(zone);
    if (in == null) {
      return null;
    }
    return date.plusDays(midnight ? 1 : 0)
        .atTime(midnight ? 0 : hours, minutes, seconds - leap)
        .plusSeconds(leap)
        .atZone(in)
        .toInstant();
  }
}
