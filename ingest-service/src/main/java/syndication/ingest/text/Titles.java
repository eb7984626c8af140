package syndication.ingest.text;

import java.util.Locale;

/// Tells lines that say the title again.
final class Titles {

  private Titles() {}

  /// The title, alone or with the site's name behind it.
  static boolean repeats(String text, String title) {
    String mine = letters(text);
    String wanted = letters(title);
    return !wanted.isEmpty()
        && (mine.equals(wanted)
            || (mine.startsWith(wanted)
                && mine.length() <= wanted.length() + 40
                && text.length() > title.length()
                && " |-–—»·:".indexOf(text.charAt(Math.min(title.length(), text.length() - 1))) >= 0
                && !LineRules.endsSentence(text)));
  }

  private static String letters(String text) {
    var out = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && out.length() < 400; i++) {
      if (Character.isLetterOrDigit(lower.charAt(i))) {
        out.append(lower.charAt(i));
      }
    }
    return out.toString();
  }
}
