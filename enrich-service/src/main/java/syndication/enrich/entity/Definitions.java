package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import syndication.enrich.segment.Token;

/// Finds names that a text spells out beside their acronym, as in "National Emergency Management
/// Agency (NEMA)": the letters say where the name begins, in any language.
final class Definitions {

  private static final int LETTERS_LEAST = 3;
  private static final int LETTERS_MOST = 9;
  // Small words ("de", "of the") that an acronym leaves out.
  private static final int SKIPPED_MOST = 4;

  /// @param from first word of the long name
  /// @param to after its last word
  /// @param acronym position of the acronym
  record Definition(int from, int to, int acronym) {}

  private Definitions() {}

  static List<Definition> find(List<Token> tokens) {
    var found = new ArrayList<Definition>();
    for (int i = 1; i + 2 < tokens.size(); i++) {
      Token acronym = tokens.get(i + 1);
      boolean bracketed = "(".equals(tokens.get(i).text()) && ")".equals(tokens.get(i + 2).text());
      if (bracketed && acronym.capital() && letters(acronym) >= LETTERS_LEAST) {
        int from = begin(tokens, i, acronym.text().toUpperCase(Locale.ROOT));
        if (from >= 0) {
          found.add(new Definition(from, i, i + 1));
        }
      }
    }
    return found;
  }

  private static int letters(Token token) {
    int length = token.text().length();
    return length <= LETTERS_MOST && token.text().chars().allMatch(Character::isLetter)
        ? length
        : 0;
  }

  // Walks back over the words, a letter each; the first must have a capital.
  private static int begin(List<Token> tokens, int end, String letters) {
    int at = end - 1;
    int skipped = 0;
    int letter = letters.length() - 1;
    while (at >= 0 && letter >= 0) {
      Token it = tokens.get(at);
      char first = Character.toUpperCase(it.text().charAt(0));
      if (it.word() && first == letters.charAt(letter)) {
        if (letter == 0) {
          return it.capital() && end - at > 1 ? at : -1;
        }
        letter--;
      } else if (!it.word() || ++skipped > SKIPPED_MOST || it.capital()) {
        return -1;
      }
      at--;
    }
    return -1;
  }
}
