package syndication.ingest.page.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.text.Groups;

/// A date as a page writes it, with its time and offset where it gives them.
///
/// @param time with the offset as written; midnight UTC when the page gives a date only
public record Moment(OffsetDateTime time, boolean dateOnly) {

  private static final int TEXT_CHARS_MAX = 120;
  private static final int YEAR_MIN = 1990;
  private static final int YEAR_MAX = 2100;

  /// Thai pages count years from 543 before ours.
  private static final int BUDDHIST_ERA_YEARS = 543;

  private static final int BUDDHIST_YEAR_MIN = YEAR_MIN + BUDDHIST_ERA_YEARS;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T"
              + " ]\\s?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?(?!\\d)");

  private static final Pattern COMPACT =
      Pattern.compile("^(20\\d{2})(\\d{2})(\\d{2})(?:T\\d{4,6}Z?)?$");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s\\-/]+(?:de |of"
              + " |d')?([\\p{L}\\p{M}]{3,12})\\.?[,،]?[\\s\\-/]+(?:de |del )?(\\d{4})(?!\\d)");

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "([\\p{L}\\p{M}]{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)(\\d{4})(?!\\d)");

  private static final Pattern EAST =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?:\\.|-|\\sm\\.)?[\\s-](?:gada"
              + " )?([\\p{L}\\p{M}]{3,12})\\.?[\\s-](\\d{1,2})(?!\\d)");

  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})[,]? tháng (\\d{1,2})[,]?(?: năm)? (\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![\\d./])(\\d{1,2})([./])(\\d{1,2})[./](\\d{2})(?![\\d./])");

  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4})(?!\\d)");

  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
  private static final int EPOCH_SECONDS_DIGITS = 10;

  private static final Pattern UPDATED =
      Pattern.compile(
          "updat|modif|aktualis|mis à jour|mise à jour|actualiz|atualiz|aggiornat|bijgewerkt"
              + "|gewijzigd|aktualiz|aktualiza|обновлен|обновлён|изменен|оновлен|reviewed|revised"
              + "|uppdaterad|oppdatert|opdateret|päivitetty|güncellen|frissít|更新|수정|تحديث",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  public Instant instant() {
    return time.toInstant();
  }

  /// ISO 8601 with the offset as written; the date alone when that is all there is.
  public String asWritten() {
    return dateOnly ? time.toLocalDate().toString() : time.toString();
  }

  boolean isSameDay(Moment other) {
    return time.toLocalDate().equals(other.time.toLocalDate());
  }

  boolean isDayBefore(Moment other) {
    return time.toLocalDate().isBefore(other.time.toLocalDate());
  }

  /// Seconds or milliseconds since 1970 in digits, or `null` when it is something else.
  static @Nullable Moment ofEpoch(String digits) {
    if (!EPOCH.matcher(digits).matches()) {
      return null;
    }
    long number = Long.parseLong(digits);
    Instant instant =
        digits.length() > EPOCH_SECONDS_DIGITS
            ? Instant.ofEpochMilli(number)
            : Instant.ofEpochSecond(number);
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return time.getYear() < YEAR_MIN ? null : new Moment(time, false);
  }

  /// The first date in the text, or `null`. Of `3/4/2026` the first number is the month.
  public static @Nullable Moment in(String text) {
    return in(text, false);
  }

  /// The first date in the text, or `null`.
  ///
  /// @param dayFirst whether numbers parted by slashes begin with the day
  static @Nullable Moment in(String text, boolean dayFirst) {
    String head = text.strip();
    if (head.length() > TEXT_CHARS_MAX) {
      head = head.substring(0, TEXT_CHARS_MAX);
    }
    head = plainDigits(head);
    Matcher iso = ISO.matcher(head);
    if (iso.find()) {
      return iso(iso);
    }
    Matcher compact = COMPACT.matcher(head);
    if (compact.find()) {
      return date(Groups.group(compact, 1), Groups.group(compact, 2), Groups.group(compact, 3));
    }
    return words(head, dayFirst);
  }

  /// Digits of every script as ASCII.
  private static String plainDigits(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '9' && Character.isDigit(c)) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      }
    }
    return out == null ? text : out.toString();
  }

  private static @Nullable Moment words(String text, boolean dayFirst) {
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    while (monthFirst.find()) {
      int month = Months.number(Groups.group(monthFirst, 1));
      if (month > 0) {
        return date(
            number(Groups.group(monthFirst, 3)), month, number(Groups.group(monthFirst, 2)));
      }
    }
    Matcher worded = DAY_FIRST.matcher(text);
    while (worded.find()) {
      int month = Months.number(Groups.group(worded, 2));
      if (month > 0) {
        return date(number(Groups.group(worded, 3)), month, number(Groups.group(worded, 1)));
      }
    }
    Matcher east = EAST.matcher(text);
    if (east.find()) {
      return date(Groups.group(east, 1), Groups.group(east, 2), Groups.group(east, 3));
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.find()) {
      return numbers(numbers, number(Groups.group(numbers, 4)), dayFirst);
    }
    Matcher vietnamese = VIETNAMESE.matcher(text);
    if (vietnamese.find()) {
      return date(
          Groups.group(vietnamese, 3), Groups.group(vietnamese, 2), Groups.group(vietnamese, 1));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    while (yearFirst.find()) {
      int month = Months.number(Groups.group(yearFirst, 2));
      if (month > 0) {
        return date(number(Groups.group(yearFirst, 1)), month, number(Groups.group(yearFirst, 3)));
      }
    }
    Matcher brief = SHORT_YEAR.matcher(text);
    return brief.find() ? numbers(brief, 2000 + number(Groups.group(brief, 4)), dayFirst) : null;
  }

  /// Dots are written day first everywhere; slashes by Americans month first, unless that cannot
  /// be.
  private static @Nullable Moment numbers(Matcher match, int year, boolean byDay) {
    int one = number(Groups.group(match, 1));
    int two = number(Groups.group(match, 3));
    boolean dayFirst = one > 12 || (two <= 12 && (byDay || Groups.group(match, 2).equals(".")));
    return dayFirst ? date(year, two, one) : date(year, one, two);
  }

  private static @Nullable Moment iso(Matcher match) {
    Moment day = date(Groups.group(match, 1), Groups.group(match, 2), Groups.group(match, 3));
    if (day == null || Groups.group(match, 4).isEmpty()) {
      return day;
    }
    int hour = number(Groups.group(match, 4));
    int minute = number(Groups.group(match, 5));
    int second = Groups.group(match, 6).isEmpty() ? 0 : number(Groups.group(match, 6));
    if (hour > 23 || minute > 59 || second > 59) {
      return day;
    }
    LocalTime time = LocalTime.of(hour, minute, second);
    return new Moment(
        OffsetDateTime.of(day.time.toLocalDate(), time, offset(Groups.group(match, 7))), false);
  }

  private static ZoneOffset offset(String written) {
    if (written.isEmpty() || Character.isLetter(written.charAt(0))) {
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

  static @Nullable Moment date(int written, int month, int day) {
    int year = written > BUDDHIST_YEAR_MIN ? written - BUDDHIST_ERA_YEARS : written;
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
    return UPDATED.matcher(text).find();
  }
}
