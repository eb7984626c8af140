package syndication.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;

/// Whether a version of an article that a subscription wants is sent, and as what.
public sealed interface SendDecision {

  record Send(EventType type) implements SendDecision {}

  /// Kept, and decided again at the time.
  record Wait(Instant until) implements SendDecision {}

  record Skip(String reason) implements SendDecision {}

  /// @param receipt the last thing this subscription took of the article, or `null`
  static SendDecision of(PublishedArticle article, @Nullable Receipt receipt, Instant now) {
    if (receipt != null) {
      if (receipt.version().compareTo(article.version()) >= 0) {
        return new Skip("the partner has this or a later version");
      }
      if (receipt.type() != EventType.WITHDRAWN
          && receipt.contentHash().equals(article.contentHash())) {
        return new Skip("unchanged for the partner");
      }
    }
    Instant expires = article.dates().expires();
    if (expires != null && !now.isBefore(expires)) {
      return new Skip("expired");
    }
    Instant embargoedUntil = article.dates().embargoedUntil();
    if (embargoedUntil != null && now.isBefore(embargoedUntil)) {
      return new Wait(embargoedUntil);
    }
    return new Send(receipt == null ? EventType.PUBLISHED : EventType.UPDATED);
  }
}
