package syndication.ingest.feed.date;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates with a month in words, in any order, as in RFC 822 and asctime, and dates with slashes.
final class WordedDate {

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,12})?)?(z|am|pm)?");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|er|º|ª|\\.)?");
  private static final Pattern HYPHENED =
      Pattern.compile("(\\d{1,4})-([\\p{L}.]{3,12})-(\\d{1,4})(?:t(\\d.*))?");

  private @Nullable String year;
  private @Nullable String month;
  private @Nullable String day;
  private boolean monthIsWeekday;
  private @Nullable Matcher clock;
  private @Nullable String half;
  private @Nullable String zone;

  private WordedDate() {}

  static @Nullable Instant parse(String text) {
    var date = new WordedDate();
    String tokens = text.replaceAll("\\([^)]*\\)", " ").replace(",", " ");
    Matcher hyphened = HYPHENED.matcher(tokens.strip().split(" ", 2)[0]);
    if (hyphened.matches() && hyphened.group(4) != null) {
      tokens = tokens.replaceFirst("t(?=\\d)", " ").replaceFirst("(?<=:\\d\\d)(?=[+-]\\d)", " ");
    }
    for (String token : tokens.strip().split(" +", -1)) {
      if (!date.take(token)) {
        return null;
      }
    }
    return date.finish();
  }

  private boolean take(String token) {
    Matcher time = CLOCK.matcher(token);
    if (time.matches() && clock == null && !SLASHED.matcher(token).matches()) {
      clock = time;
      String tail = time.group(4);
      if (tail != null) {
        return tail.equals("z") ? setZone("z") : setHalf(tail);
      }
      return true;
    }
    Matcher number = NUMBER.matcher(token);
    if (number.matches()) {
      return takeNumber(Parts.part(number, 1));
    }
    Matcher hyphened = HYPHENED.matcher(token);
    if (hyphened.matches()) {
      return takeNumber(Parts.part(hyphened, 1))
          && takeWord(Parts.part(hyphened, 2))
          && takeNumber(Parts.part(hyphened, 3));
    }
    Matcher slashed = SLASHED.matcher(token);
    if (slashed.matches()) {
      return takeSlashed(slashed);
    }
    return takeWord(token);
  }

  private boolean takeNumber(String digits) {
    if (digits.length() == 3) {
      return false;
    }
    if (digits.length() == 4) {
      if (year != null) {
        return false;
      }
      year = digits;
    } else if (day == null) {
      day = digits;
    } else if (year == null) {
      year = digits;
    } else {
      return false;
    }
    return true;
  }

  private boolean takeWord(String token) {
    String word = token.endsWith(".") ? token.substring(0, token.length() - 1) : token;
    if (word.equals("am") || word.equals("pm") || word.equals("a.m") || word.equals("p.m")) {
      return setHalf(word.replace(".", ""));
    }
    if (clock != null && Zones.of(word) != null) {
      return setZone(word);
    }
    int number = month == null || monthIsWeekday ? Words.month(word) : 0;
    if (number > 0) {
      month = Integer.toString(number);
      monthIsWeekday = Words.isWeekday(word);
      return true;
    }
    return Words.isFiller(word) || Words.isWeekday(word);
  }

  private boolean takeSlashed(Matcher slashed) {
    if (year != null || month != null || day != null) {
      return false;
    }
    String first = Parts.part(slashed, 1);
    String second = Parts.part(slashed, 2);
    String third = Parts.part(slashed, 3);
    if (first.length() == 4) {
      year = first;
      month = second;
      day = third;
    } else if (third.length() == 4 || third.length() == 2) {
      boolean dayFirst = Integer.parseInt(first) > 12 || Parts.part(slashed, 0).indexOf('.') > 0;
      boolean monthFirst = Integer.parseInt(second) > 12;
      if (!dayFirst && !monthFirst && !first.equals(second)) {
        return false;
      }
      year = third;
      month = monthFirst ? first : second;
      day = monthFirst ? second : first;
    } else {
      return false;
    }
    return true;
  }

  private boolean setHalf(String name) {
    half = name;
    return true;
  }

  /// A second zone is a comment on the first, as in `GMT+0200 CEST`.
  private boolean setZone(String name) {
    zone = zone == null || zone.equals("gmt") || zone.equals("utc") ? name : zone;
    return true;
  }

  private @Nullable Instant finish() {
    if (year == null || month == null || day == null) {
      return null;
    }
    LocalDate date = Parts.date(year, month, day);
    if (clock == null) {
      return Parts.at(date, null, null, null, null);
    }
    String hour = Parts.part(clock, 1);
    if (half != null) {
      int hours = Integer.parseInt(hour);
      if (hours <= 12) {
        hour = Integer.toString(hours % 12 + (half.equals("pm") ? 12 : 0));
      }
    }
    return Parts.at(date, hour, clock.group(2), clock.group(3), zone);
  }
}
