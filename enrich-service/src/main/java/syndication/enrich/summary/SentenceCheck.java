package syndication.enrich.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import syndication.enrich.reading.LineRules;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.segment.Token;
import syndication.enrich.words.WordLists;

/// Tells whether a sentence can stand in a summary, and whether it can open one.
public final class SentenceCheck {

  private static final int WORDS_LEAST = 4;

  private final LineRules rules;
  private final Map<String, Set<String>> openers = new HashMap<>();

  public SentenceCheck(LineRules rules) {
    this.rules = rules;
    WordLists lists = WordLists.load("openers");
    lists.sections().forEach(it -> openers.put(it, new HashSet<>(lists.entries(it))));
  }

  /// Whether it reads as a statement of the article: ended, no question, no half quote, no promo.
  public boolean stands(Sentence sentence) {
    return states(sentence) && wanted(sentence);
  }

  /// Whether it is no promo, caption, byline or stamp.
  boolean wanted(Sentence sentence) {
    return rules.unwanted(sentence.text()) == null;
  }

  /// Whether it is ended, no question and no half quote.
  boolean states(Sentence sentence) {
    String text = sentence.text();
    return sentence.terminated()
        && !question(text)
        && balanced(text)
        && sentence.words() >= WORDS_LEAST
        && !truncated(text);
  }

  /// Whether it needs no sentence before it: it begins with no pronoun and no "but".
  public boolean opens(Sentence sentence, String language) {
    List<Token> tokens = sentence.tokens();
    int first = 0;
    while (first < tokens.size() && tokens.get(first).kind() == Token.Kind.MARK) {
      first++;
    }
    if (first >= tokens.size()) {
      return false;
    }
    Set<String> words = openers.getOrDefault(language, openers.getOrDefault("en", Set.of()));
    String one = tokens.get(first).lower();
    if (words.contains(one)) {
      return false;
    }
    if (first + 1 < tokens.size() && words.contains(one + " " + tokens.get(first + 1).lower())) {
      return false;
    }
    return !quoted(sentence.text());
  }

  static boolean quoted(String text) {
    return "\"“«„'‘「『".indexOf(text.charAt(0)) >= 0;
  }

  static boolean question(String text) {
    int at = text.length() - 1;
    while (at >= 0 && "\"”’'»)]」』* ".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && "?？؟".indexOf(text.charAt(at)) >= 0;
  }

  static boolean truncated(String text) {
    String it = text.strip();
    return it.endsWith("…") || it.endsWith("...") || it.endsWith("[…]") || it.endsWith("[...]");
  }

  /// Whether every quote and bracket that opens also closes.
  static boolean balanced(String text) {
    int curly = 0;
    int straight = 0;
    int angle = 0;
    int low = 0;
    int round = 0;
    int corner = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '“' -> {
          curly++;
          if (low > 0) {
            low--;
            curly--;
          }
        }
        case '”' -> {
          if (low > 0) {
            low--;
          } else {
            curly--;
          }
        }
        case '„' -> low++;
        case '"' -> straight++;
        case '«' -> angle++;
        case '»' -> angle--;
        case '(' -> round++;
        case ')' -> round--;
        case '「', '『' -> corner++;
        case '」', '』' -> corner--;
        default -> {}
      }
      if (curly < 0 || round < 0 || corner < 0) {
        return false;
      }
    }
    return curly == 0 && angle == 0 && low == 0 && round == 0 && corner == 0 && straight % 2 == 0;
  }

  /// Whether a description as the source gives it can be published unchanged.
  boolean cleanDescription(String description, String title) {
    String it = description.strip();
    return !it.isEmpty()
        && SentenceSplitter.terminated(it)
        && !truncated(it)
        && !question(it)
        && balanced(it)
        && it.indexOf('<') < 0
        && it.indexOf("http") < 0
        && !it.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT))
        && rules.unwanted(it) == null;
  }
}
