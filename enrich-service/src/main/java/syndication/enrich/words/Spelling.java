package syndication.enrich.words;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A word as it is written, and in lower case. Most words of an article were in the one before it:
/// the last ones seen are kept and given again, instead of being cut out, put in lower case and
/// hashed anew by every stage. Safe for use by several threads: they may only make a word twice.
public record Spelling(String text, String lower) {

  /// A power of two; with its words about 3 MB. A new word takes the place of an old one.
  private static final int KEPT = 1 << 15;

  // Longer ones come once.
  private static final int LETTERS_MOST = 24;

  private static final @Nullable Spelling[] LAST = new Spelling[KEPT];

  /// The word between two positions of a text.
  public static Spelling of(String text, int start, int end) {
    int length = end - start;
    if (length > LETTERS_MOST) {
      return made(text.substring(start, end));
    }
    int hash = length;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 15)) & (KEPT - 1);
    Spelling last = LAST[slot];
    if (last != null && last.text.length() == length && text.startsWith(last.text, start)) {
      return last;
    }
    Spelling it = made(text.substring(start, end));
    LAST[slot] = it;
    return it;
  }

  private static Spelling made(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return new Spelling(text, lower.equals(text) ? text : lower);
  }
}
