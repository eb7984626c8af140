package syndication.ingest.nearduplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a text as sketches and comparisons see them: lower case, letters and digits only;
/// scripts that are written without spaces count each character as a word.
public final class Words {

  private Words() {}

  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    lower
        .codePoints()
        .forEach(it -> {
          if (spaceless(it)) {
            flush(word, words);
            words.add(Character.toString(it));
          } else if (Character.isLetterOrDigit(it) || isMark(it)) {
            word.appendCodePoint(it);
          } else if (it != '\'' && it != '’') {
            flush(word, words);
          }
        });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean spaceless(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(codePoint);
      default -> false;
    };
  }
}
