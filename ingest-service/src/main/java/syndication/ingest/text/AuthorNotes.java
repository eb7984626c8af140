package syndication.ingest.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines under a story that introduce the one who wrote it.
final class AuthorNotes {

  private static final int CHARS_MAX = 700;

  /// An introduction is among the last lines that are kept.
  private static final int LINES_MAX = 3;

  private static final Pattern VERB =
      LineRules.rule(
          "^[^\\p{L}]{0,3}(is|are|was|has|have|had|covers?|writes?|wrote|reports?|joined|works?|worked|lives?"
              + "|leads?|teaches|specializes|specialises|studied|served|holds|graduated"
              + "|ist|schreibt|arbeitet|est|es|è)\\b.*$");

  private AuthorNotes() {}

  static void cut(Marks marks) {
    String who = marks.who();
    int looked = 0;
    for (int i = marks.size() - 1; i > 0 && looked < LINES_MAX; i--) {
      if (marks.isKept(i) && !marks.isOther(i)) {
        looked++;
        if (isAbout(marks.text(i), who)) {
          marks.cut(i, "text.author-note");
        }
      }
    }
  }

  /// Whether the line speaks of one of the authors by name: "Jane Doe is a reporter …".
  ///
  /// @param byline names, or `null` when nobody is named
  static boolean isAbout(String line, @Nullable String byline) {
    if (byline == null || line.length() > CHARS_MAX) {
      return false;
    }
    String text = line.replaceFirst("^[^\\p{L}]+", "");
    String lower = text.toLowerCase(Locale.ROOT);
    for (String name : byline.split("\\s*(?:[,;&|]|\\band\\b)\\s*", -1)) {
      if (name.indexOf(' ') > 0
          && lower.startsWith(name.toLowerCase(Locale.ROOT))
          && VERB.matcher(text.substring(name.length())).matches()) {
        return true;
      }
    }
    return false;
  }
}
