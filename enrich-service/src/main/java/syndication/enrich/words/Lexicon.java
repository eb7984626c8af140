package syndication.enrich.words;

import java.util.Set;

/// What a language's grammar books give us. Safe for use by several threads.
public interface Lexicon {

  /// The languages with stop words, as BCP 47 primary subtags.
  Set<String> languages();

  /// Words without meaning of their own, in lower case; empty for an unknown language.
  Set<String> stopWords(String language);

  /// The stem of a word in lower case; the word itself where there is no stemmer.
  String stem(String language, String word);
}
