package syndication.publish.sitekafka;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Dates;
import syndication.publish.article.PublishedArticle.Origin;
import syndication.publish.article.PublishedArticle.Rights;
import syndication.publish.article.PublishedArticle.Status;
import syndication.publish.article.PublishedArticle.Summary;
import syndication.publish.article.PublishedArticle.Trace;
import syndication.publish.article.PublishedArticle.Version;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.RevisionKind;

/// Turns the event of a withdrawal into the withdrawn article, with all that can be said of it.
///
/// Its enrichment is 0, below that of every enriched event of the same revision, which says the
/// same and more when it comes.
final class WithdrawnTranslator {

  private WithdrawnTranslator() {}

  static PublishedArticle article(ArticleWithdrawn event) {
    Instant at = event.getWithdrawnAt();
    return new PublishedArticle(
        event.getArticleId(),
        new Version(event.getRevision(), 0),
        event.getKind() == RevisionKind.WITHHOLD ? Status.WITHHELD : Status.CANCELED,
        event.getKind().name(),
        "UNKNOWN",
        text(event.getHeadline().orElse(null)),
        "",
        "",
        null,
        "und",
        null,
        new Origin(event.getSourceId(), "", null, null),
        new Dates(at, at, null, null, null, "UNKNOWN"),
        new Summary(null, null, null, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Rights(null, null, null, "UNKNOWN"),
        event.getNote().orElse(null),
        event.getReason().orElse(null),
        null,
        null,
        0,
        0,
        "",
        new Trace(event.getTraceId(), at, at, event.getReplayId().orElse(null)));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
