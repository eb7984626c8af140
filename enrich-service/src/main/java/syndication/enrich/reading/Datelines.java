package syndication.enrich.reading;

/// Takes away where and by which agency a report was filed: "LONDON (Reuters) - ", "TAMPA, Fla.
/// (AP) — ", "OAXACA (Notimex).- ", "МОСКВА, 24 октября. /ТАСС/. ", "新华社北京11月3日电（记者李明）".
final class Datelines {

  private static final int CHARS_MAX = 90;
  private static final int PLACE_WORDS_MAX = 6;
  private static final int AGENCY_CHARS_MAX = 30;
  // "（记者李明）" and the like.
  private static final int CHINESE_CHARS_MAX = 30;
  // "(ANSA) - ROMA, 03 NOV - " has two.
  private static final int PARTS_MAX = 2;

  private Datelines() {}

  static String strip(String line) {
    String it = withoutChinese(line);
    for (int i = 0; i < PARTS_MAX; i++) {
      it = withoutOne(it);
    }
    return it;
  }

  private static String withoutOne(String line) {
    int limit = Math.min(line.length() - 1, CHARS_MAX);
    for (int at = 2; at < limit; at++) {
      int after = markEnd(line, at);
      if (after > 0) {
        boolean dateline = dateline(line.substring(0, at).strip());
        return dateline && after < line.length() ? line.substring(after) : line;
      }
    }
    return line;
  }

  // Where the text after a dash goes on, or 0 where no dash of a dateline stands.
  private static int markEnd(String line, int at) {
    char it = line.charAt(at);
    char before = line.charAt(at - 1);
    char next = line.charAt(at + 1);
    boolean dash =
        it == '—'
            || it == '–'
            || (it == '-' && (before == ' ' || next == '-' || (before == '.' && next == ' ')));
    boolean slash = it == '.' && before == '/' && next == ' ';
    if (!dash && !slash) {
      return 0;
    }
    int after = at + 1;
    while (after < line.length() && " -–—.".indexOf(line.charAt(after)) >= 0) {
      after++;
    }
    return after;
  }

  private static boolean dateline(String text) {
    String head = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (head.isEmpty() || Character.isLowerCase(head.charAt(0))) {
      return false;
    }
    if (head.endsWith(")") || head.endsWith("/")) {
      int open = head.lastIndexOf(head.endsWith(")") ? '(' : '/', head.length() - 2);
      return open >= 0
          && head.length() - open <= AGENCY_CHARS_MAX
          && head.substring(0, open).split(" ", -1).length <= PLACE_WORDS_MAX;
    }
    return inCapitals(head);
  }

  private static boolean inCapitals(String head) {
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

  // "新华社北京11月3日电（记者李明）": an agency, a place, a day, and the word for a wire.
  private static String withoutChinese(String line) {
    int limit = Math.min(line.length(), CHINESE_CHARS_MAX);
    for (int at = 2; at < limit; at++) {
      char it = line.charAt(at);
      if ((it == '电' || it == '讯' || it == '電' || it == '訊') && wire(line.substring(0, at))) {
        int after = at + 1;
        if (after < line.length() && line.charAt(after) == '（') {
          int close = line.indexOf('）', after);
          after = close > 0 && close - after <= CHINESE_CHARS_MAX ? close + 1 : after;
        }
        return line.substring(after).strip();
      }
    }
    return line;
  }

  private static boolean wire(String head) {
    return head.contains("日") && (head.contains("社") || head.contains("网") || head.contains("报"));
  }
}
