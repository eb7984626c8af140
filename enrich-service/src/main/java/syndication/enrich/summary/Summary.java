package syndication.enrich.summary;

import org.jspecify.annotations.Nullable;

/// The short text about an article.
///
/// @param text whole sentences, or `null` when there is nothing to summarise
/// @param teaser one sentence of at most 160 characters, or `null`
/// @param method how it was made
/// @param confidence 0 to 1
public record Summary(
    @Nullable String text, @Nullable String teaser, Method method, double confidence) {

  /// Who wrote the sentences.
  public enum Method {
    /// The source.
    DESCRIPTION,
    /// The article itself: its own sentences.
    EXTRACTIVE,
    /// A language model.
    MODEL
  }

  public static final Summary NONE = new Summary(null, null, Method.EXTRACTIVE, 0);
}
