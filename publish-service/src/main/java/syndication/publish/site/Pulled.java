package syndication.publish.site;

import java.util.List;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Dates;
import syndication.publish.article.PublishedArticle.Rights;
import syndication.publish.article.PublishedArticle.Status;
import syndication.publish.article.PublishedArticle.Summary;

/// An article as whoever asks for changes may have it.
///
/// @param type article.published, article.updated or article.withdrawn
/// @param article without what this asker may not have
public record Pulled(String type, PublishedArticle article) {

  /// An article that may be read. Its body goes along unless the source keeps the right to pass it
  /// on for itself.
  public static Pulled of(PublishedArticle article) {
    String type = article.version().revision() == 1 ? "article.published" : "article.updated";
    return switch (article.rights().syndication()) {
      case "NO", "VERIFY", "WITH_PAYMENT" -> new Pulled(type, stripped(article, article.status()));
      default -> new Pulled(type, article);
    };
  }

  /// A notice that an article may not be shown any more.
  public static Pulled notice(PublishedArticle article) {
    Status status = article.usable() ? Status.CANCELED : article.status();
    PublishedArticle bare = stripped(article, status);
    return new Pulled("article.withdrawn", withoutWords(bare));
  }

  private static PublishedArticle stripped(PublishedArticle it, Status status) {
    return copy(it, status, it.headline(), it.summary(), it.rights());
  }

  private static PublishedArticle withoutWords(PublishedArticle it) {
    return copy(
        it,
        it.status(),
        "",
        new Summary(null, null, null, null),
        new Rights(null, null, null, it.rights().syndication()));
  }

  private static PublishedArticle copy(
      PublishedArticle it, Status status, String headline, Summary summary, Rights rights) {
    boolean notice = headline.isEmpty();
    Dates dates = it.dates();
    return new PublishedArticle(
        it.articleId(),
        it.version(),
        status,
        it.kind(),
        it.significance(),
        headline,
        "",
        "",
        notice ? null : it.byline(),
        it.language(),
        it.canonicalUrl(),
        it.origin(),
        dates,
        summary,
        notice ? List.of() : it.tags(),
        notice ? List.of() : it.topics(),
        notice ? List.of() : it.keyphrases(),
        List.of(),
        notice ? List.of() : it.related(),
        rights,
        it.correctionNote(),
        it.withdrawalReason(),
        it.edNote(),
        it.clusterId(),
        it.wordCount(),
        it.readingTimeSeconds(),
        it.contentHash(),
        it.trace());
  }
}
