package syndication.ingest.feed.markup;

/// Mends a common fault: characters of windows-1252 passed off as the control characters that
/// Unicode has at their numbers.
public final class WindowsCharacters {

  /// What windows-1252 has from 0x80 to 0x9F; unassigned numbers stay as they are.
  private static final String WINDOWS_1252 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private WindowsCharacters() {}

  public static String mend(String text) {
    int first = 0;
    while (first < text.length() && !isControl(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    var out = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        out.setCharAt(i, WINDOWS_1252.charAt(c - 0x80));
      }
    }
    return out.toString();
  }

  private static boolean isControl(char c) {
    return c >= 0x80 && c <= 0x9F;
  }

  /// A numeric reference such as `#146`, without `&` and `;`, with the character it was meant for.
  static String reference(String name) {
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    if (name.length() > 8) {
      return name;
    }
    int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    if (code < 0x80 || code > 0x9F) {
      return hex ? "#x" + name.substring(2) : name;
    }
    return "#x" + Integer.toHexString(WINDOWS_1252.charAt(code - 0x80));
  }
}
