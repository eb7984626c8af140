package syndication.publish.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Rights;
import syndication.publish.article.PublishedArticle.Status;
import syndication.publish.article.PublishedArticle.Summary;

/// An article as anybody who asks for changes may have it: never with notes for staff.
///
/// @param type article.published, article.updated or article.withdrawn
public record Pulled(String type, PublishedArticle article) {

  /// An article that may be read. Its body goes along unless the source keeps the right to pass it
  /// on for itself.
  public static Pulled of(PublishedArticle article) {
    String type = article.version().revision() == 1 ? "article.published" : "article.updated";
    boolean whole =
        switch (article.rights().syndication()) {
          case "NO", "VERIFY", "WITH_PAYMENT" -> false;
          default -> true;
        };
    return new Pulled(
        type, copy(article, article.status(), whole ? Extent.WHOLE : Extent.WITHOUT_BODY));
  }

  /// A notice that an article may not be shown any more.
  public static Pulled notice(PublishedArticle article) {
    Status status = article.usable() ? Status.CANCELED : article.status();
    return new Pulled("article.withdrawn", copy(article, status, Extent.NOTICE));
  }

  private static PublishedArticle copy(PublishedArticle it, Status status, Extent extent) {
    boolean words = extent != Extent.NOTICE;
    boolean body = extent == Extent.WHOLE;
    return new PublishedArticle(
        it.articleId(),
        it.version(),
        status,
        it.kind(),
        it.significance(),
        words ? it.headline() : "",
        body ? it.bodyHtml() : "",
        body ? it.bodyText() : "",
        unless(!words, it.byline()),
        it.language(),
        it.canonicalUrl(),
        it.origin(),
        it.dates(),
        words ? it.summary() : new Summary(null, null, null, null),
        words ? it.tags() : List.of(),
        words ? it.topics() : List.of(),
        words ? it.keyphrases() : List.of(),
        body ? it.media() : List.of(),
        words ? it.related() : List.of(),
        words ? it.rights() : new Rights(null, null, null, it.rights().syndication()),
        it.correctionNote(),
        null,
        null,
        it.clusterId(),
        it.wordCount(),
        it.readingTimeSeconds(),
        it.contentHash(),
        it.trace());
  }

  private static @Nullable String unless(boolean left, @Nullable String value) {
    return left ? null : value;
  }

  private enum Extent {
    WHOLE,
    WITHOUT_BODY,
    NOTICE
  }
}
