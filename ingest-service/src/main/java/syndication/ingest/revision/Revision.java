package syndication.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;

/// One accepted revision of one article, full state.
///
/// @param number from 1, without gaps
/// @param article `null` after a takedown
/// @param correctionNote publishable words of a correction, clarification or kill, or `null`
/// @param withdrawalReason why it was taken away, or `null`
/// @param firstCreated when the article was first published, as far as known
/// @param made when this revision was
public record Revision(
    String articleId,
    long number,
    RevisionKind kind,
    Significance significance,
    Standing standing,
    @Nullable ParsedArticle article,
    String contentHash,
    @Nullable String correctionNote,
    @Nullable String withdrawalReason,
    Instant firstCreated,
    Instant made,
    Provenance provenance) {

  public Revision {
    if (number < 1) {
      throw new IllegalArgumentException("number: " + number + " (expected: >= 1)");
    }
  }

  /// The key under which it is kept.
  public String key() {
    return articleId + "#" + number;
  }

  /// The same without its text, as a takedown leaves it.
  public Revision erased() {
    return new Revision(
        articleId,
        number,
        kind,
        significance,
        standing,
        null,
        contentHash,
        null,
        null,
        firstCreated,
        made,
        provenance);
  }
}
