package syndication.publish.sitestore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;

/// What an address of an article leads to.
public sealed interface FoundArticle {

  PublishedArticle article();

  /// It may be read.
  record Shown(PublishedArticle article) implements FoundArticle {}

  /// It was withdrawn or has expired: only a notice may be shown.
  record Gone(PublishedArticle article) implements FoundArticle {}

  /// Its embargo has not ended: nobody may know of it.
  record Embargoed(PublishedArticle article) implements FoundArticle {}

  static FoundArticle of(
      PublishedArticle article,
      @Nullable Instant visibleFrom,
      @Nullable Instant visibleUntil,
      Instant now) {
    if (!article.usable()) {
      return new Gone(article);
    }
    if (visibleFrom != null && visibleFrom.isAfter(now)) {
      return new Embargoed(article);
    }
    return visibleUntil != null && !visibleUntil.isAfter(now)
        ? new Gone(article)
        : new Shown(article);
  }
}
