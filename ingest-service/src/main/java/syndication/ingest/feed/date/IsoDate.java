package syndication.ingest.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// ISO 8601 and the dates that mean to be: two-digit years, missing parts, blanks for `T`.
final class IsoDate {

  private static final String CLOCK =
      "(?:(?:t| ?t ?| )(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,12})?)?)?"
          + " ?(z|utc|gmt|[+-]\\d{1,2}:?\\d{0,2}|[a-z]{2,5}|(?:utc|gmt)[+-]\\d{1,2}:?\\d{0,2})?)?";

  private static final Pattern WHOLE =
      Pattern.compile("([12]\\d{3})(?:[-/.](0?\\d{1,2})(?:[-/.](\\d{1,2}))?)?" + CLOCK);
  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})[-/.](0?\\d{1,2})[-/.](\\d{1,2})" + CLOCK);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + CLOCK);
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})" + CLOCK);
  private static final Pattern SHORT =
      Pattern.compile("-?(\\d{2})-?(\\d{2})(?:-?(\\d{2}))?" + CLOCK);
  private static final Pattern SHORT_ORDINAL = Pattern.compile("(\\d{2})(\\d{3})");
  private static final Pattern UNIX = Pattern.compile("(\\d{10})(\\d{3})?");

  private IsoDate() {}

  static @Nullable Instant parse(String text) {
    char first = text.charAt(0);
    if (first != '-' && (first < '0' || first > '9')) {
      return null;
    }
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(Parts.part(unix, 1)));
    }
    boolean compact = COMPACT.matcher(text).matches();
    Matcher whole = (compact ? COMPACT : SEPARATED).matcher(text);
    if (whole.matches()) {
      return at(whole, Parts.date(Parts.part(whole, 1), whole.group(2), whole.group(3)), 4);
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.matches()) {
      int day = Integer.parseInt(Parts.part(ordinal, 2));
      return at(ordinal, LocalDate.ofYearDay(Integer.parseInt(Parts.part(ordinal, 1)), day), 3);
    }
    Matcher loose = WHOLE.matcher(text);
    if (loose.matches()) {
      return at(loose, Parts.date(Parts.part(loose, 1), loose.group(2), loose.group(3)), 4);
    }
    return parseShort(text);
  }

  private static @Nullable Instant parseShort(String text) {
    Matcher ordinal = SHORT_ORDINAL.matcher(text);
    if (ordinal.matches()) {
      int year = Parts.year(Parts.part(ordinal, 1));
      return at(null, LocalDate.ofYearDay(year, Integer.parseInt(Parts.part(ordinal, 2))), 0);
    }
    Matcher matcher = SHORT.matcher(text);
    return matcher.matches()
        ? at(matcher, Parts.date(Parts.part(matcher, 1), matcher.group(2), matcher.group(3)), 4)
        : null;
  }

  private static @Nullable Instant at(@Nullable Matcher matcher, LocalDate date, int clock) {
    if (matcher == null || matcher.group(clock) == null) {
      return Parts.at(date, null, null, null, null);
    }
    return Parts.at(
        date,
        matcher.group(clock),
        matcher.group(clock + 1),
        matcher.group(clock + 2),
        matcher.group(clock + 3));
  }
}
