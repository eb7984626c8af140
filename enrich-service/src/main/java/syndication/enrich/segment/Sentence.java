package syndication.enrich.segment;

import java.util.List;

/// One sentence with its words.
///
/// @param text never blank
/// @param block the line of the article it stands in, from 0; -1 for the title
/// @param terminated whether it ends as a sentence does
public record Sentence(String text, int block, boolean terminated, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /// How many words a reader counts: characters of scripts without spaces count by half.
  public int words() {
    int words = 0;
    int ideographs = 0;
    for (Token it : tokens) {
      if (it.kind() == Token.Kind.MARK) {
        continue;
      }
      if (it.end() - it.start() == 1 && dense(it.text().charAt(0))) {
        ideographs++;
      } else {
        words++;
      }
    }
    return words + (ideographs + 1) / 2;
  }

  private static boolean dense(char it) {
    return Character.isIdeographic(it) || Tokenizer.kana(it);
  }
}
