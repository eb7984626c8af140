package syndication.publish.delivery;

import syndication.publish.article.PublishedArticle;

/// An article that was withdrawn.
///
/// @param throughRevision the highest revision we know to be withdrawn
/// @param lifted whether a later revision released or restored the article
public record Withdrawn(String articleId, long throughRevision, boolean lifted) {

  /// Whether this version of the article must not be sent.
  ///
  /// A later revision is sent when it releases or restores, or when revisions between it and the
  /// withdrawal never reached us (compaction drops them): then one of those did, because a usable
  /// state says so. What follows the withdrawal directly without lifting it stays back.
  public boolean holdsBack(PublishedArticle article) {
    long revision = article.version().revision();
    if (revision <= throughRevision) {
      return true;
    }
    return !lifted && !lifts(article) && revision == throughRevision + 1;
  }

  /// What is known after this version was seen.
  public Withdrawn after(PublishedArticle article) {
    long revision = article.version().revision();
    if (revision <= throughRevision) {
      return this;
    }
    return holdsBack(article)
        ? new Withdrawn(articleId, revision, false)
        : new Withdrawn(articleId, throughRevision, true);
  }

  private static boolean lifts(PublishedArticle article) {
    return article.kind().equals("RELEASE") || article.kind().equals("RESTORE");
  }
}
