package syndication.ingest.feed.date;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates with the Korean, Chinese or Japanese words for year, month, day, morning and afternoon.
/// Without a zone they are in the time of their country.
final class KoreanDate {

  private static final Pattern WORDED =
      Pattern.compile(
          "(\\d{4})([년年]) ?(\\d{1,2})[월月] ?(\\d{1,2})[일日]"
              + "(?:[^\\d]{0,6}?(오전|오후|上午|下午|午前|午後)? ?(\\d{1,2})[:시时時] ?(\\d{2})분?分?(?::?(\\d{2}))?"
              + "초?秒?)?");
  private static final Pattern HALF_DAY =
      Pattern.compile("(\\d{4})()-(\\d{2})-(\\d{2}) (오전|오후|上午|下午) (\\d{1,2}):(\\d{2}):(\\d{2})");

  private KoreanDate() {}

  static @Nullable Instant parse(String text) {
    boolean halved = HALF_DAY.matcher(text).matches();
    Matcher matcher = (halved ? HALF_DAY : WORDED).matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String half = matcher.group(5);
    String hour = matcher.group(6);
    if (hour != null && half != null) {
      int hours = Integer.parseInt(hour) % 12;
      boolean afternoon = half.equals("오후") || half.equals("下午") || half.equals("午後");
      hour = Integer.toString(hours + (afternoon ? 12 : 0));
    }
    boolean chinese = half != null && (half.equals("上午") || half.equals("下午"));
    return Parts.at(
        Parts.date(Parts.part(matcher, 1), matcher.group(3), matcher.group(4)),
        hour,
        matcher.group(7),
        matcher.group(8),
        chinese ? "+08:00" : "kst");
  }
}
