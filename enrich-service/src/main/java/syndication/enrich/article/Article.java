package syndication.enrich.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One revision of an article, as far as enrichment needs it.
///
/// @param id of the article
/// @param revision from 1
/// @param title one line; empty when there is none
/// @param text plain text, one block a line; may be empty
/// @param description the source's own summary, or `null`
/// @param categories the source's own subjects: names or `medtop:` codes
/// @param languageHint BCP 47 as the source says, or `null`; only a hint
public record Article(
    String id,
    long revision,
    String title,
    String text,
    @Nullable String description,
    List<String> categories,
    @Nullable String languageHint) {

  public Article {
    categories = List.copyOf(categories);
  }

  /// An article of which nothing but its words is known.
  public static Article of(String id, String title, String text) {
    return new Article(id, 1, title, text, null, List.of(), null);
  }
}
