package syndication.enrich.reading;

import java.util.Locale;
import java.util.Set;

/// Takes away what stands before the first sentence of a line: stamps of live blogs ("10.45am
/// GMT"), bullets, "Q:" of interviews, and datelines.
final class Openings {

  private static final int STAMP_CHARS_MAX = 24;
  private static final Set<String> ZONES =
      Set.of(
          "gmt", "bst", "utc", "est", "edt", "cet", "cest", "pst", "pdt", "ist", "am", "pm", "uhr",
          "h");

  private Openings() {}

  static String strip(String line) {
    String it = withoutBullet(line);
    it = withoutStamp(it);
    return Datelines.strip(withoutSpeaker(it));
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

  // "Q: …" and "A: …" of an interview.
  private static String withoutSpeaker(String line) {
    boolean speaker =
        line.length() > 3
            && (line.charAt(0) == 'Q' || line.charAt(0) == 'A')
            && (line.charAt(1) == ':' || (line.charAt(0) == 'Q' && line.charAt(1) == '.'))
            && line.charAt(2) == ' ';
    return speaker ? line.substring(3).strip() : line;
  }
}
