package syndication.ingest.text;

import java.util.Locale;
import java.util.Set;

/// Asks whether a line has one of the words without which a costly pattern cannot match.
final class Mentions {

  private Mentions() {}

  /// @param words in lower case, letters only
  static boolean any(String text, Set<String> words) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        if (words.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }
}
