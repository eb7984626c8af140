package syndication.publish.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.delivery.Engine.Arrived;

/// What follows from the versions of one article that arrived together: withdrawals among them are
/// carried out, of the others only the last is of interest.
///
/// @param latest to be sent to those who want it, or `null` when nothing is
/// @param withdrawals to be carried out, in order, before anything is sent
/// @param lifted what is known of an earlier withdrawal since a version lifted it or was held back,
///   or `null` when nothing changed
record Reading(
    @Nullable Arrived latest, List<PublishedArticle> withdrawals, @Nullable Withdrawn lifted) {

  Reading {
    withdrawals = List.copyOf(withdrawals);
  }

  /// @param versions as they arrived, at least one
  /// @param known of an earlier withdrawal, or `null`
  static Reading of(List<Arrived> versions, @Nullable Withdrawn known) {
    List<PublishedArticle> withdrawals = new ArrayList<>();
    Withdrawn withdrawn = known;
    Withdrawn recorded = known;
    Arrived latest = null;
    for (Arrived it : versions) {
      PublishedArticle article = it.article();
      if (article.usable()) {
        boolean heldBack = withdrawn != null && withdrawn.holdsBack(article);
        withdrawn = withdrawn == null ? null : withdrawn.after(article);
        latest = heldBack || !newer(it, latest) ? latest : it;
      } else {
        if (withdrawn == null || withdrawn.throughRevision() < article.version().revision()) {
          withdrawals.add(article);
          withdrawn = new Withdrawn(article.articleId(), article.version().revision(), false);
          recorded = withdrawn;
        }
        latest = null;
      }
    }
    boolean changed = withdrawn != null && !withdrawn.equals(recorded);
    return new Reading(latest, withdrawals, changed ? withdrawn : null);
  }

  private static boolean newer(Arrived it, @Nullable Arrived other) {
    return other == null || it.article().version().compareTo(other.article().version()) > 0;
  }
}
