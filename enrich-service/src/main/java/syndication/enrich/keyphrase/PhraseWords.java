package syndication.enrich.keyphrase;

import java.util.List;
import java.util.Set;
import syndication.enrich.segment.Token;

/// Which words of a language can stand in a key phrase.
///
/// @param weak words that say nothing at either end of a phrase, though they do inside
/// @param before what stands before a noun; empty where we do not know
/// @param names what tags carry already
record PhraseWords(
    String language, Set<String> stops, Set<String> weak, Set<String> before, Set<String> names) {

  private static final int LETTERS_LEAST = 3;

  // A capital inside a sentence begins a name, and names are tags; German nouns have one too.
  boolean usable(Token token, boolean first) {
    boolean name = token.capital() && !first && !"de".equals(language);
    return token.word()
        && !name
        && token.text().length() >= LETTERS_LEAST
        && !stops.contains(token.lower())
        && !names.contains(token.lower())
        && !contracted(token.text());
  }

  // "l'", and in English "don't" and "you’re".
  private boolean contracted(String word) {
    int mark = Math.max(word.indexOf('\''), word.indexOf('’'));
    return mark == word.length() - 1 ? mark >= 0 : mark > 0 && "en".equals(language);
  }

  // Only English puts its verbs where small words part them from the noun.
  boolean nounPhrase(List<Token> tokens, int last) {
    String word = tokens.get(last).lower();
    return "en".equals(language)
        && !word.endsWith("ed")
        && !word.endsWith("ing")
        && !word.endsWith("ly")
        && endsAt(tokens, last + 1);
  }

  private boolean endsAt(List<Token> tokens, int at) {
    return at >= tokens.size()
        || !tokens.get(at).word()
        || stops.contains(tokens.get(at).lower())
        || weak.contains(tokens.get(at).lower());
  }

  boolean stands(List<String> phrase) {
    return !weak.contains(phrase.getLast()) && !weak.contains(phrase.getFirst());
  }
}
