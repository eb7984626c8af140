package syndication.ingest.page.extraction;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Strategy: running text only. The heaviest stretch of good paragraphs, with the short pieces
/// between them.
final class ParagraphFirst {

  /// How much text that is not good may lie between two good paragraphs of one story.
  private static final int GAP_CHARS_MAX = 1_200;

  private static final int GAP_SEGMENTS_MAX = 30;

  private ParagraphFirst() {}

  static @Nullable Candidate find(Layout layout, Noise noise) {
    List<Segment> all = layout.segments();
    int bestFirst = -1;
    int bestEnd = -1;
    int most = 0;
    int first = -1;
    int last = -1;
    int weight = 0;
    int gapChars = 0;
    int gapSegments = 0;
    for (Segment segment : all) {
      if (!segment.isText() || noise.isCut(segment)) {
        continue;
      }
      if (isGood(segment)) {
        if (first < 0 || gapChars > GAP_CHARS_MAX || gapSegments > GAP_SEGMENTS_MAX) {
          first = segment.index();
          weight = 0;
        }
        last = segment.index();
        weight += segment.length();
        gapChars = 0;
        gapSegments = 0;
        if (weight > most) {
          most = weight;
          bestFirst = first;
          bestEnd = last + 1;
        }
      } else {
        gapChars += segment.length();
        gapSegments++;
      }
    }
    if (bestFirst < 0) {
      return null;
    }
    return choose(layout, noise, heading(all, noise, bestFirst), tail(all, noise, bestEnd));
  }

  private static boolean isGood(Segment segment) {
    return segment.isProse() && hasSentence(segment.text());
  }

  static boolean hasSentence(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (".!?…。！？।؟:;".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return text.length() > 140;
  }

  /// A section heading just before the first paragraph belongs to it; the page's title does not.
  private static int heading(List<Segment> all, Noise noise, int first) {
    if (first > 0) {
      Segment before = all.get(first - 1);
      if (before.box().isHeading() && !before.box().tag().equals("h1") && !noise.isCut(before)) {
        return first - 1;
      }
    }
    return first;
  }

  /// Items of the same list as the last paragraph belong to it.
  private static int tail(List<Segment> all, Noise noise, int end) {
    int last = end;
    while (last < all.size()
        && all.get(last).box().tag().equals("li")
        && all.get(last).box().parent() == all.get(end - 1).box().parent()
        && !noise.isCut(all.get(last))) {
      last++;
    }
    return last;
  }

  private static Candidate choose(Layout layout, Noise noise, int first, int end) {
    BitSet chosen = Candidate.of("paragraphs", layout, noise, first, end).segments();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Segment segment = layout.segments().get(i);
      if (segment.isText() && segment.linkDensity() > 0.8 && segment.length() < 100) {
        chosen.clear(i);
      }
    }
    return new Candidate("paragraphs", chosen);
  }
}
