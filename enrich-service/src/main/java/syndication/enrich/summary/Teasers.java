package syndication.enrich.summary;

import java.util.Set;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;

/// Cuts a sentence to the length of a teaser, where a reader would take a breath: at the end of a
/// clause, else at a word, and never behind "of the".
final class Teasers {

  static final int CHARS_MAX = 160;

  // A clause that ends before this says too little; the cut goes to a word instead.
  private static final int CLAUSE_CHARS_LEAST = 70;

  private Teasers() {}

  /// @param stops words that lean on the next one
  static String of(String sentence, String language, Set<String> stops) {
    if (sentence.length() <= CHARS_MAX) {
      return sentence;
    }
    for (int at = CHARS_MAX - 1; at > CLAUSE_CHARS_LEAST; at--) {
      if (clauseEnds(sentence, at) && SentenceCheck.balanced(sentence.substring(0, at))) {
        return sentence.substring(0, at).stripTrailing() + "…";
      }
    }
    return sentence.substring(0, wordEnd(sentence, language, stops)).stripTrailing() + "…";
  }

  private static boolean clauseEnds(String text, int at) {
    char it = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean mark = (it == ',' || it == ';' || it == ':' || it == '،' || it == '؛') && next == ' ';
    boolean dash = (it == '–' || it == '—') && text.charAt(at - 1) == ' ' && next == ' ';
    return mark || dash || it == '，' || it == '、' || it == '；';
  }

  private static int wordEnd(String text, String language, Set<String> stops) {
    int end = CHARS_MAX - 1;
    int best = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    boolean found = false;
    for (Token it : Tokenizer.tokens(text, language)) {
      if (it.end() >= CHARS_MAX) {
        break;
      }
      if (it.kind() != Token.Kind.MARK && !stops.contains(it.lower())) {
        best = it.end();
        found = true;
      }
    }
    return found && best > CHARS_MAX / 3 ? best : end;
  }
}
