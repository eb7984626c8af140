package syndication.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/// Numbers and times, short enough for a column.
public final class Words {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
  private static final long KILO = 1024;

  private Words() {}

  /// Such as `950 ms`, `12.3 s`, `7 min`, `3 h`, `12 d`.
  public static String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return "%.1f s".formatted(millis / 1000.0);
    }
    if (millis < 7_200_000) {
      return duration.toMinutes() + " min";
    }
    return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " d";
  }

  public static String bytes(long bytes) {
    return bytes < KILO * KILO ? bytes / KILO + " KB" : bytes / KILO / KILO + " MB";
  }

  public static String clock(Instant time) {
    return CLOCK.format(time);
  }

  /// The age of a time in ISO 8601; the text itself where it is none.
  public static String age(String time, Instant now) {
    try {
      return duration(Duration.between(Instant.parse(time), now));
    } catch (DateTimeParseException e) {
      return time.isEmpty() ? "-" : time;
    }
  }

  /// At most `max` characters, the cut marked.
  public static String shortened(String text, int max) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= max ? line : line.substring(0, max - 1) + "…";
  }
}
