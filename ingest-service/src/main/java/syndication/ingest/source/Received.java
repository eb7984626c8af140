package syndication.ingest.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing a source gave us, on its way to the log.
///
/// @param receiptId unique for each thing received
/// @param contentType media type with parameters, as received
/// @param body bytes as received, which nobody changes; empty where the action carries none
/// @param address where the item is published, or `null`
/// @param itemId the source's own id of the item, or `null`
/// @param statedAt when the source says it was published or changed, or `null`
/// @param note the source's words with a withdrawal, or `null`
/// @param attributes what the road adds
/// @param traceId W3C trace id
// The bytes are not copied, because bodies are large.
@SuppressWarnings("ArrayRecordComponent")
public record Received(
    String receiptId,
    SourceId sourceId,
    Road road,
    Action action,
    String contentType,
    byte[] body,
    @Nullable URI address,
    @Nullable String itemId,
    Instant receivedAt,
    @Nullable Instant statedAt,
    @Nullable String idempotencyKey,
    @Nullable String note,
    Map<String, String> attributes,
    String traceId) {

  /// Attribute: the id of the fetch that brought this item.
  public static final String FETCH_ID = "fetchId";

  /// Attribute: the address the feed was asked at.
  public static final String FEED_ADDRESS = "feedAddress";

  /// Attribute: the article a withdrawal speaks of, when the source knows our id.
  public static final String ARTICLE_ID = "articleId";

  private static final int HASH_BYTES = 16;

  public Received {
    attributes = Map.copyOf(attributes);
  }

  /// The road it took.
  public enum Road {
    HTTP,
    FEED,
    WEBSUB,
    PAGE
  }

  /// What the source asks for.
  public enum Action {
    PUBLISH,
    WITHHOLD,
    RELEASE,
    KILL,
    TAKEDOWN,
    RESTORE
  }

  /// `<sourceId>:` and the first 32 hex digits of the SHA-256 of the item's identity: its id, else
  /// its address, else the article it speaks of, else its bytes. The same item has the same id each
  /// time.
  public String submissionId() {
    return sourceId + ":" + HexFormat.of().formatHex(identityHash(), 0, HASH_BYTES);
  }

  private byte[] identityHash() {
    String article = attributes.get(ARTICLE_ID);
    if (itemId != null) {
      return Digests.sha256(itemId.getBytes(StandardCharsets.UTF_8));
    }
    if (address != null) {
      return Digests.sha256(address.toString().getBytes(StandardCharsets.UTF_8));
    }
    return Digests.sha256(article != null ? article.getBytes(StandardCharsets.UTF_8) : body);
  }
}
