package syndication.ingest.text;

import java.util.List;
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

  private static final Pattern GOES_ON =
      LineRules.rule("^(he|she|they|his|her|er|sie|il|elle|él|ella|lui|lei|ele|ela|hij|zij) ");

  /// Shorter parts of a name are words of other kinds too.
  private static final int NAME_CHARS_MIN = 4;

  /// Lines about an author under the name.
  private static final int SIGNED_LINES_MAX = 2;

  /// A text of fewer lines is too short to tell its end.
  private static final int STORY_LINES_MIN = 6;

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
    if (who != null) {
      signed(marks, who);
    }
  }

  /// The author's name on a line of its own near the end, and a few words about the author under
  /// it. A name that stands there more than once tells who speaks.
  private static void signed(Marks marks, String who) {
    List<String> names = names(who);
    int found = -1;
    int below = 0;
    int times = 0;
    for (int i = marks.size() - 1; i > 0; i--) {
      if (!marks.isKept(i) || marks.isOther(i)) {
        continue;
      }
      if (isName(marks.text(i), who, names)) {
        times++;
        found = found < 0 && below <= SIGNED_LINES_MAX ? i : found;
      }
      below++;
    }
    if (found < 0 || times > 1 || below < STORY_LINES_MIN) {
      return;
    }
    marks.cut(found, "text.author-note");
    for (int i = found + 1; i < marks.size(); i++) {
      if (marks.isKept(i) && !marks.isOther(i)) {
        if (!introduces(marks.text(i), who)) {
          return;
        }
        marks.cut(i, "text.author-note");
      }
    }
  }

  /// Whether a line under an author's name goes on about the author.
  private static boolean introduces(String line, String who) {
    return line.length() <= CHARS_MAX
        && (Bylines.isRole(line) || GOES_ON.matcher(line).find() || sharesName(line, who));
  }

  private static boolean sharesName(String line, String who) {
    for (String word : who.split("[^\\p{L}]+", -1)) {
      if (word.length() >= NAME_CHARS_MIN
          && Character.isUpperCase(word.codePointAt(0))
          && line.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(String line, String who, List<String> names) {
    return line.indexOf(' ') > 0 && (line.equalsIgnoreCase(who) || names.contains(line));
  }

  private static List<String> names(String who) {
    return List.of(who.split("\\s*(?:[,;&|]|\\band\\b)\\s*", -1));
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
    for (String name : names(byline)) {
      if (name.indexOf(' ') > 0
          && lower.startsWith(name.toLowerCase(Locale.ROOT))
          && VERB.matcher(text.substring(name.length())).matches()) {
        return true;
      }
    }
    return false;
  }
}
