package syndication.publish.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.ninjs.NinjsDocument;

/// What is sent of one version of an article, rendered once for all its subscriptions.
///
/// @param occurredAt when the event came to be: the same at every attempt
/// @param data the ninjs document, UTF-8; not to be changed
/// @param embargoedUntil not sent before, or `null`
/// @param expires not sent from then on, or `null`
/// @param position in `articles.enriched`, or `null` when it came by another road
public record Payload(
    String articleId,
    Version version,
    Instant occurredAt,
    byte[] data,
    String contentHash,
    @Nullable Instant embargoedUntil,
    @Nullable Instant expires,
    String traceId,
    @Nullable String replayId,
    @Nullable LogPosition position) {

  public static Payload of(PublishedArticle article, @Nullable LogPosition position) {
    return new Payload(
        article.articleId(),
        article.version(),
        article.trace().enrichedAt(),
        NinjsDocument.of(article),
        article.contentHash(),
        article.dates().embargoedUntil(),
        article.dates().expires(),
        article.trace().traceId(),
        article.trace().replayId(),
        position);
  }

  /// The request's body: `{"type", "timestamp", "data"}`.
  byte[] body(EventType type) {
    byte[] head =
        ("{\"type\":\"" + type.wireName() + "\",\"timestamp\":\"" + occurredAt + "\",\"data\":")
            .getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[head.length + data.length + 1];
    System.arraycopy(head, 0, body, 0, head.length);
    System.arraycopy(data, 0, body, head.length, data.length);
    body[body.length - 1] = '}';
    return body;
  }

  boolean embargoedAt(Instant now) {
    return embargoedUntil != null && now.isBefore(embargoedUntil);
  }

  boolean expiredAt(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
