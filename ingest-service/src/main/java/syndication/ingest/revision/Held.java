package syndication.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;

/// Content that waits for its time.
///
/// @param until when the embargo ends, or `null` when it waits for the release of a withheld
///   article
public record Held(
    ParsedArticle article, String contentHash, @Nullable Instant until, Provenance provenance) {}
