package syndication.ingest.article;

/// A piece of the input that is not part of the article, and the rule that cut it.
///
/// @param rule id of the rule, such as `text.newsletter-promo`: lower case, dots and hyphens
/// @param text the words that were cut, at most [#TEXT_CHARS_MAX] characters
public record Removed(String rule, String text) {

  public static final int TEXT_CHARS_MAX = 500;

  public Removed {
    text = text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX - 1) + "…";
  }
}
