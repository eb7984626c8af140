package syndication.ingest.page.extraction;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Hint;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Strategy: everything from the title down to where comments, related stories or the page's foot
/// begin.
final class TitleToEnd {

  private static final Set<Hint> ENDS = Set.of(Hint.COMMENTS, Hint.RELATED, Hint.FOOTER);

  private TitleToEnd() {}

  /// @param title segment of the title, or -1
  static @Nullable Candidate find(Layout layout, Noise noise, int title) {
    if (title < 0) {
      return null;
    }
    int end = layout.segments().size();
    for (Box box : layout.boxes()) {
      boolean ends = box.isAny(ENDS) || box.tag().equals("footer");
      if (ends && box.first() > title && box.first() < end && halfIsBefore(layout, title, box)) {
        end = box.first();
      }
    }
    Candidate found = Candidate.of("title", layout, noise, title + 1, end);
    Segment heading = layout.segments().get(title);
    found.segments().clear(heading.index());
    return found;
  }

  /// An early box of related stories is inside the story, not after it.
  private static boolean halfIsBefore(Layout layout, int title, Box box) {
    int before = layout.proseChars(title + 1, box.first());
    int after = layout.proseChars(box.end(), layout.segments().size());
    return before > after;
  }
}
