package syndication.enrich.language;

/// A language and how sure we are.
///
/// @param language BCP 47 primary subtag, `und` when not known
/// @param confidence 0 to 1
public record LanguageGuess(String language, double confidence) {

  public static final LanguageGuess UNKNOWN = new LanguageGuess("und", 0);
}
