package syndication.enrich.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Reads `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
final class RetryAfter {

  /// Longer numbers are nonsense.
  private static final int DIGITS_MAX = 9;

  private RetryAfter() {}

  /// @return `null` when it is neither
  static @Nullable Duration parse(String value, Instant now) {
    String it = value.strip();
    if (!it.isEmpty()
        && it.length() <= DIGITS_MAX
        && it.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Duration.ofSeconds(Long.parseLong(it));
    }
    try {
      Instant until = ZonedDateTime.parse(it, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, until);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
