package syndication.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;

/// What an article is now.
///
/// @param sourceId whose article it is
/// @param byRoute whether that source passes on another's article
/// @param revision number of the latest, 0 before the first
/// @param article content of the latest revision that had one; `null` before it and after a
///   takedown
/// @param contentHash of that, empty before the first
/// @param firstCreated when it was first published
/// @param expires when it has to go, or `null`
/// @param held what waits for its time, or `null`
/// @param last provenance of the latest revision or hold
public record ArticleState(
    String articleId,
    String sourceId,
    boolean byRoute,
    long revision,
    Standing standing,
    @Nullable ParsedArticle article,
    String contentHash,
    Instant firstCreated,
    @Nullable Instant expires,
    @Nullable Held held,
    Provenance last) {

  /// An article of which nothing is out yet.
  public static ArticleState begin(
      String articleId, boolean byRoute, Instant firstCreated, Provenance provenance) {
    return new ArticleState(
        articleId,
        provenance.sourceId(),
        byRoute,
        0,
        Standing.UNPUBLISHED,
        null,
        "",
        firstCreated,
        null,
        null,
        provenance);
  }

  /// When something has to be done about it without anybody asking, or `null`.
  public @Nullable Instant due() {
    Instant release = held() == null || !open() ? null : held().until();
    Instant expiry = standing == Standing.USABLE ? expires() : null;
    if (release == null || expiry == null) {
      return release == null ? expiry : release;
    }
    return release.isBefore(expiry) ? release : expiry;
  }

  private boolean open() {
    return switch (standing) {
      case UNPUBLISHED, USABLE, EXPIRED -> true;
      case WITHHELD, KILLED, TAKEN_DOWN -> false;
    };
  }

  /// The same article after a revision.
  ArticleState after(Revision it, @Nullable Held stillHeld) {
    ParsedArticle content = it.article();
    boolean erased = it.standing() == Standing.TAKEN_DOWN;
    return new ArticleState(
        articleId,
        sourceId,
        byRoute,
        it.number(),
        it.standing(),
        erased ? null : content == null ? article() : content,
        it.contentHash(),
        it.firstCreated(),
        erased ? null : content == null ? expires() : content.dates().expires(),
        erased ? null : stillHeld,
        it.provenance());
  }

  ArticleState holding(@Nullable Held other) {
    return new ArticleState(
        articleId,
        sourceId,
        byRoute,
        revision,
        standing,
        article(),
        contentHash,
        firstCreated,
        expires(),
        other,
        last);
  }

  ArticleState expiring(@Nullable Instant when) {
    return new ArticleState(
        articleId,
        sourceId,
        byRoute,
        revision,
        standing,
        article(),
        contentHash,
        firstCreated,
        when,
        held(),
        last);
  }

  ArticleState withdrawnUnpublished(Standing how) {
    return new ArticleState(
        articleId,
        sourceId,
        byRoute,
        revision,
        how,
        null,
        contentHash,
        firstCreated,
        null,
        null,
        last);
  }

  ArticleState standing(Standing other) {
    return new ArticleState(
        articleId,
        sourceId,
        byRoute,
        revision,
        other,
        article(),
        contentHash,
        firstCreated,
        expires(),
        held(),
        last);
  }

  ArticleState askedBy(Provenance by) {
    return new ArticleState(
        articleId,
        sourceId,
        byRoute,
        revision,
        standing,
        article(),
        contentHash,
        firstCreated,
        expires(),
        held(),
        by.inCluster(last.clusterId()));
  }

  /// The same article, whose origin now speaks for itself.
  public ArticleState ownedBy(String owner) {
    return new ArticleState(
        articleId,
        owner,
        false,
        revision,
        standing,
        article(),
        contentHash,
        firstCreated,
        expires(),
        held(),
        last);
  }
}
