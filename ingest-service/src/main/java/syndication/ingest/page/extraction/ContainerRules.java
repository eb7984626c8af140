package syndication.ingest.page.extraction;

import java.util.BitSet;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Hint;
import syndication.ingest.page.layout.Layout;

/// Strategy: the box that the page itself names as the article's body.
final class ContainerRules {

  /// A named box with less running text than this share of the page's is a teaser of another story.
  private static final double SHARE_MIN = 0.15;

  private static final int RANKS = 5;

  private ContainerRules() {}

  static @Nullable Candidate find(Layout layout, Noise noise) {
    int[] best = new int[RANKS];
    Box[] boxes = new Box[RANKS];
    for (Box box : layout.boxes()) {
      int rank = rank(box);
      if (rank >= 0) {
        int prose = noise.proseChars(box.first(), box.end());
        if (prose > best[rank]) {
          best[rank] = prose;
          boxes[rank] = box;
        }
      }
    }
    int floor = Math.max(1, (int) (SHARE_MIN * layout.proseChars()));
    for (int rank = 0; rank < RANKS; rank++) {
      if (best[rank] >= floor) {
        return union(layout, noise, boxes[rank], rank);
      }
    }
    return null;
  }

  /// Bodies are sometimes cut into several boxes of one name beside each other.
  private static Candidate union(Layout layout, Noise noise, Box box, int rank) {
    var chosen = new BitSet();
    Box around = around(box);
    for (Box other : layout.boxes()) {
      boolean beside =
          other == box
              || (rank <= 2
                  && other.first() >= around.first()
                  && other.end() <= around.end()
                  && other.depth() == box.depth()
                  && rank(other) == rank
                  && shareName(other, box));
      if (beside) {
        chosen.or(Candidate.of("container", layout, noise, other.first(), other.end()).segments());
      }
    }
    return new Candidate("container", chosen);
  }

  /// Whether both have no class, or one in common.
  private static boolean shareName(Box one, Box other) {
    Set<String> names = one.element().classNames();
    Set<String> others = other.element().classNames();
    return names.isEmpty() ? others.isEmpty() : !Collections.disjoint(names, others);
  }

  private static Box around(Box box) {
    Box around = box;
    for (int up = 0; up < 3; up++) {
      Box parent = around.parent();
      if (parent == null || parent.tag().equals("body")) {
        break;
      }
      around = parent;
    }
    return around;
  }

  private static int rank(Box box) {
    String property = box.element().attr("itemprop").toLowerCase(Locale.ROOT);
    if (property.contains("articlebody")) {
      return 0;
    }
    if (box.element().hasClass("entry-content")) {
      return 1;
    }
    if (box.is(Hint.BODY) && !box.isHeading()) {
      return 2;
    }
    if (box.tag().equals("article")) {
      return 3;
    }
    return box.tag().equals("main") || box.element().attr("role").equals("main") ? 4 : -1;
  }
}
