package syndication.ingest.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one set of rules that takes lines that are not the story out of it, for plain text and for
/// the blocks of pages and feed entries alike.
///
/// Cleaning that would leave nothing is taken back, with a warning. Cleaning twice changes nothing.
public final class StoryCleaning {

  private StoryCleaning() {}

  /// Blocks that were chosen from a page or a feed.
  ///
  /// @param title of the article, where known, so that its repetitions can be cut
  /// @param author names of those who wrote it, where known, so that their introduction can be cut
  public static Cleaned clean(List<Line> lines, @Nullable String title, @Nullable String author) {
    return clean(new Marks(lines, author, -1), title, false, -1);
  }

  /// The same for the plain text of a whole page, which still has everything around the article.
  ///
  /// @param titleAt index of the line that is the title, or -1
  static Cleaned cleanText(List<Line> lines, @Nullable String title, int titleAt) {
    return clean(new Marks(lines, null, titleAt), title, true, titleAt);
  }

  private static Cleaned clean(
      Marks marks, @Nullable String title, boolean wholePage, int titleAt) {
    var under = new UnderStory(marks);
    var between = new Interruptions(marks, wholePage);
    var before = new BeforeStory(marks, title, wholePage, titleAt);
    under.otherSections();
    under.wall();
    int first = BeforeStory.end(marks);
    int last = marks.lastStory();
    for (int i = 0; i < marks.size(); i++) {
      if (marks.isKept(i)) {
        between.cut(i);
      }
      if (marks.isKept(i) && i < first) {
        before.cut(i);
      }
      if (marks.isKept(i) && i > last) {
        under.cut(i);
      }
    }
    if (wholePage) {
      under.foot(last, titleAt);
    }
    AuthorNotes.cut(marks);
    under.danglingHeadings();
    return marks.result();
  }
}
