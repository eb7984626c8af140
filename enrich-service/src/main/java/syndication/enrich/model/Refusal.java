package syndication.enrich.model;

/// Why a model's text is not published. The names are what metrics and logs say.
public enum Refusal {
  /// Nothing, or nothing but thoughts.
  EMPTY,
  /// The model stopped in the middle.
  CUT,
  /// It thinks aloud and does not end.
  THINKING,
  /// Lists, headings, links, tags, control characters.
  MARKUP,
  /// It speaks about its task, or about the article as a text.
  CHATTER,
  /// Too few or too many words.
  LENGTH,
  /// Not the article's language.
  LANGUAGE,
  /// A number that the article does not have.
  NUMBER,
  /// A name that the article does not have.
  NAME,
  /// A language in which names cannot be told from words, so that they cannot be checked.
  NAMES_UNKNOWN,
  /// A sentence that is none, asks, or quotes by half.
  SENTENCE,
  /// A sentence whose words are mostly not the article's.
  UNSUPPORTED,
  /// It repeats what in the article speaks to a machine.
  INJECTED
}
