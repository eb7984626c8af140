package syndication.ingest.normalise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.identity.Candidate;
import syndication.ingest.nearduplicate.Signature;

/// How an article looked when its source last handed it in: what the next one is compared with.
///
/// @param title `null` when it is erased, or was never seen
public record Sighting(
    @Nullable String itemId,
    @Nullable String fetch,
    @Nullable String title,
    String contentHash,
    @Nullable Signature signature,
    Instant seenAt) {

  static Sighting of(Candidate it, Instant now) {
    return new Sighting(it.itemId(), it.fetch(), it.title(), it.contentHash(), it.signature(), now);
  }

  public static Sighting unseen(Instant now) {
    return new Sighting(null, null, null, "", null, now);
  }
}
