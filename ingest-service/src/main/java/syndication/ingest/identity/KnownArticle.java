package syndication.ingest.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.nearduplicate.Signature;

/// What is remembered of an article for telling whether a submission is the same one.
///
/// @param itemId of its latest submission, in comparable form, or `null`
/// @param fetch the fetch that brought its latest submission, or `null`
/// @param title `null` after a takedown
/// @param keys all under which it is known
public record KnownArticle(
    String articleId,
    String sourceId,
    @Nullable String itemId,
    @Nullable String fetch,
    @Nullable String title,
    String contentHash,
    @Nullable Signature signature,
    Instant seenAt,
    List<IdentityKey> keys) {

  public KnownArticle {
    keys = List.copyOf(keys);
  }

  boolean has(IdentityKey key) {
    return keys.stream().anyMatch(key::same);
  }
}
