package syndication.ingest.feed;

import syndication.ingest.article.DateQuality;
import syndication.ingest.feed.Draft.DateKind;

/// The date to go by for a feed that only something else tells of: what it states, or none.
final class SourceDates {

  private SourceDates() {}

  static DateOrder.Judged of(Draft draft) {
    StatedDate updated = draft.dates.get(DateKind.UPDATED);
    return updated == null || updated.at() == null
        ? new DateOrder.Judged(null, DateQuality.FETCH_TIME)
        : new DateOrder.Judged(updated.at(), DateQuality.STATED);
  }
}
