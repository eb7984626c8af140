package syndication.enrich.reading;

import java.util.Locale;
import java.util.Set;

/// Takes away what stands before the first sentence of a line: datelines ("LONDON (Reuters) -"),
/// stamps of live blogs ("10.45am GMT"), bullets.
final class Openings {

  private static final int DATELINE_CHARS_MAX = 70;
  private static final int STAMP_CHARS_MAX = 24;
  private static final Set<String> ZONES =
      Set.of(
          "gmt", "bst", "utc", "est", "edt", "cet", "cest", "pst", "pdt", "ist", "am", "pm", "uhr",
          "h");

  private Openings() {}

  static String strip(String line) {
    String it = withoutBullet(line);
    it = withoutStamp(it);
    return withoutDateline(it);
  }

  private static String withoutBullet(String line) {
    int at = 0;
    while (at < line.length() && "•▪●■►▶*·–—-→◆|>#".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    boolean bullet = at > 0 && (at == line.length() || line.charAt(at) == ' ');
    return bullet ? line.substring(at).strip() : line;
  }

  private static String withoutStamp(String line) {
    int end = 0;
    boolean clock = false;
    int limit = Math.min(line.length(), STAMP_CHARS_MAX);
    int at = 0;
    while (at < limit) {
      int from = at;
      while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      String word = line.substring(from, at).toLowerCase(Locale.ROOT);
      if (time(word)) {
        clock = true;
        end = at;
      } else if (clock && ZONES.contains(word)) {
        end = at;
      } else {
        break;
      }
      while (at < line.length() && " -–—|:".indexOf(line.charAt(at)) >= 0) {
        at++;
        end = at;
      }
    }
    boolean follows = end < line.length() && Character.isUpperCase(line.charAt(end));
    return clock && follows ? line.substring(end) : line;
  }

  // 10:45, 10.45am, 10h45
  private static boolean time(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 2 || word.length() < digits + 3) {
      return false;
    }
    char mark = word.charAt(digits);
    return (mark == ':' || mark == '.' || mark == 'h')
        && Character.isDigit(word.charAt(digits + 1))
        && Character.isDigit(word.charAt(digits + 2))
        && (word.length() == digits + 3 || ZONES.contains(word.substring(digits + 3)));
  }

  // A place in capitals, maybe a date and an agency, then a dash.
  private static String withoutDateline(String line) {
    int limit = Math.min(line.length(), DATELINE_CHARS_MAX);
    for (int i = 2; i + 2 < limit; i++) {
      char it = line.charAt(i);
      boolean dash =
          it == '—'
              || it == '–'
              || (it == '-' && line.charAt(i - 1) == ' ')
              || (it == '-' && line.charAt(i + 1) == '-');
      if (dash) {
        int after = i + 1;
        while (after < line.length() && " -–—".indexOf(line.charAt(after)) >= 0) {
          after++;
        }
        boolean dateline = dateline(line.substring(0, i).strip());
        return dateline && after < line.length() ? line.substring(after) : line;
      }
      if (it == '.' && i > 12 && !Character.isUpperCase(line.charAt(i - 1))) {
        return line;
      }
    }
    return line;
  }

  private static boolean dateline(String head) {
    if (head.endsWith(")") && head.indexOf('(') > 0) {
      return head.indexOf('(') <= 45
          && Character.isUpperCase(head.charAt(0))
          && head.substring(head.indexOf('(')).length() <= 30
          && head.substring(0, head.indexOf('(')).split(" ").length <= 5;
    }
    int comma = head.indexOf(',');
    String place = comma < 0 ? head : head.substring(0, comma);
    int capitals = 0;
    for (int i = 0; i < place.length(); i++) {
      char it = place.charAt(i);
      if (Character.isLowerCase(it)) {
        return false;
      }
      capitals += Character.isUpperCase(it) ? 1 : 0;
    }
    return capitals >= 3;
  }
}
