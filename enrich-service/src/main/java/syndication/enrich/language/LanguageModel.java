package syndication.enrich.language;

import java.util.List;

/// Guesses a language by letter statistics. Safe for use by several threads.
public interface LanguageModel {

  /// The best guesses, best first.
  List<LanguageGuess> guess(String text);
}
