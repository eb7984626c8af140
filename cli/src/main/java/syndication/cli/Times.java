package syndication.cli;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// Times on the command line.
final class Times {

  static final String FORM = "A time, 2026-01-31T08:00:00Z, or a date, from its start in UTC.";

  private Times() {}

  /// @param name of the option
  /// @return ISO 8601 in UTC, or blank when nothing was given
  /// @throws IllegalArgumentException when it is no time
  static String instant(String name, String given) {
    if (given.isBlank()) {
      return "";
    }
    String text = given.strip();
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toString()
          : OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--%s: %s (expected: a time such as 2026-01-31T08:00:00Z, or a date such as 2026-01-31)"
              .formatted(name, given),
          e);
    }
  }
}
