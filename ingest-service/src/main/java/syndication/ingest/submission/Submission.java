package syndication.ingest.submission;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing a source handed in, as received.
///
/// @param submissionId source and item; the same item handed in again has the same
/// @param receiptId of this very handing-in; accounts and answers to the source speak of it
/// @param contentType media type with parameters
/// @param address where the item was published, absolute, or `null`
/// @param itemId the source's own id of the item, or `null`
/// @param statedAt when the source says it was published or changed, or `null`
/// @param note the source's words with a withdrawal or correction, or `null`
/// @param attributes what the road adds, see [#FETCH] and [#ARTICLE]
/// @param traceId W3C trace id
public record Submission(
    String submissionId,
    String receiptId,
    String sourceId,
    Channel channel,
    SourceCommand command,
    String contentType,
    RawBytes body,
    @Nullable URI address,
    @Nullable String itemId,
    Instant receivedAt,
    @Nullable Instant statedAt,
    @Nullable String note,
    Map<String, String> attributes,
    String traceId) {

  /// Attribute: the id of the fetch that brought this item; items of one fetch are different items
  /// even where they share a guid.
  public static final String FETCH = "fetchId";

  /// Attribute: the article a withdrawal speaks of, when the source knows our id.
  public static final String ARTICLE = "articleId";

  public Submission {
    attributes = Map.copyOf(attributes);
  }

  /// The media type without parameters, lower case.
  public String mediaType() {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end))
        .strip()
        .toLowerCase(java.util.Locale.ROOT);
  }
}
