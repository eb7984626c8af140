package syndication.ingest.page.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date as a page writes it, with its time and offset where it gives them.
///
/// @param time with the offset as written; midnight UTC when the page gives a date only
public record Moment(OffsetDateTime time, boolean dateOnly) {

  private static final int TEXT_CHARS_MAX = 120;
  private static final int YEAR_MIN = 1990;
  private static final int YEAR_MAX = 2100;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
              + "(?:[T ]\\s?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?(?!\\d)");
  private static final Pattern COMPACT = Pattern.compile("^(20\\d{2})(\\d{2})(\\d{2})(?:T\\d{4,6}Z?)?$");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s\\-/]+(?:de |of |d')?(\\p{L}{3,12})\\.?,?[\\s\\-/]+(?:de |del )?(\\d{4})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)(\\d{4})(?!\\d)");
  private static final Pattern EAST = Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
  private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4})(?!\\d)");

  public Instant instant() {
    return time.toInstant();
  }

  /// ISO 8601 with the offset as written; the date alone when that is all there is.
  public String asWritten() {
    return dateOnly ? time.toLocalDate().toString() : time.toString();
  }

  /// The first date in the text, or `null`.
  public static @Nullable Moment in(String text) {
    String head = text.strip();
    if (head.length() > TEXT_CHARS_MAX) {
      head = head.substring(0, TEXT_CHARS_MAX);
    }
    Matcher iso = ISO.matcher(head);
    if (iso.find()) {
      return iso(iso);
    }
    Matcher compact = COMPACT.matcher(head);
    if (compact.find()) {
      return date(compact.group(1), compact.group(2), compact.group(3));
    }
    return words(head);
  }

  private static @Nullable Moment words(String text) {
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    while (monthFirst.find()) {
      int month = Months.number(monthFirst.group(1));
      if (month > 0) {
        return date(number(monthFirst.group(3)), month, number(monthFirst.group(2)));
      }
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    while (dayFirst.find()) {
      int month = Months.number(dayFirst.group(2));
      if (month > 0) {
        return date(number(dayFirst.group(3)), month, number(dayFirst.group(1)));
      }
    }
    Matcher east = EAST.matcher(text);
    if (east.find()) {
      return date(east.group(1), east.group(2), east.group(3));
    }
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.find() ? numbers(numbers) : null;
  }

  /// Dots are written day first; slashes by Americans month first, unless that cannot be.
  private static @Nullable Moment numbers(Matcher match) {
    int one = number(match.group(1));
    int two = number(match.group(3));
    int year = number(match.group(4));
    boolean dayFirst = one > 12 || (match.group(2).equals(".") && two <= 12);
    return dayFirst ? date(year, two, one) : date(year, one, two);
  }

  private static @Nullable Moment iso(Matcher match) {
    Moment day = date(match.group(1), match.group(2), match.group(3));
    if (day == null || match.group(4) == null) {
      return day;
    }
    int hour = number(match.group(4));
    int minute = number(match.group(5));
    int second = match.group(6) == null ? 0 : number(match.group(6));
    if (hour > 23 || minute > 59 || second > 59) {
      return day;
    }
    LocalTime time = LocalTime.of(hour, minute, second);
    return new Moment(OffsetDateTime.of(day.time.toLocalDate(), time, offset(match.group(7))), false);
  }

  private static ZoneOffset offset(@Nullable String written) {
    if (written == null || Character.isLetter(written.charAt(0))) {
      return ZoneOffset.UTC;
    }
    int hours = number(written.substring(1, 3));
    int minutes = number(written.substring(written.length() - 2));
    int total = (hours * 60 + minutes) * (written.charAt(0) == '-' ? -1 : 1);
    return Math.abs(total) > 18 * 60 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(total * 60);
  }

  private static @Nullable Moment date(String year, String month, String day) {
    return date(number(year), number(month), number(day));
  }

  static @Nullable Moment date(int year, int month, int day) {
    if (year < YEAR_MIN || year > YEAR_MAX) {
      return null;
    }
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return new Moment(date.atStartOfDay().atOffset(ZoneOffset.UTC), true);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /// Whether the text says that what follows is a change, not the first publication.
  static boolean saysUpdated(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("updat")
        || lower.contains("modif")
        || lower.contains("aktualis")
        || lower.contains("mis à jour")
        || lower.contains("actualiz")
        || lower.contains("aggiornat")
        || lower.contains("reviewed")
        || lower.contains("revised");
  }
}
