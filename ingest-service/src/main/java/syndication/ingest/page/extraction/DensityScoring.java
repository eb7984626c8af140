package syndication.ingest.page.extraction;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Hint;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Strategy: paragraphs give points to the boxes around them; the box with most wins and takes
/// siblings that look like it.
final class DensityScoring {

  private static final int CHARS_MIN = 25;
  private static final double NAME_WEIGHT = 25;
  private static final int LEVELS = 4;
  private static final Set<Hint> GOOD = EnumSet.of(Hint.BODY, Hint.CONTENT);

  private static final Set<Hint> BAD =
      EnumSet.of(
          Hint.COMMENTS,
          Hint.RELATED,
          Hint.SIDEBAR,
          Hint.FOOTER,
          Hint.PROMOTION,
          Hint.SHARE,
          Hint.ADVERTISEMENT,
          Hint.DIALOG,
          Hint.CONSENT,
          Hint.META);

  private static final Set<String> TEXT_TAGS = Set.of("p", "pre", "li", "td", "blockquote", "dd");
  private static final double OTHER_WEIGHT = 0.3;
  private static final double LINK_WEIGHT = 1;
  private static final double CLIMB_GAIN_MIN = 1.25;

  private final Layout layout;
  private final Noise noise;
  private final double[] scores;

  private DensityScoring(Layout layout, Noise noise) {
    this.layout = layout;
    this.noise = noise;
    this.scores = new double[layout.boxes().size()];
  }

  static @Nullable Candidate find(Layout layout, Noise noise) {
    return new DensityScoring(layout, noise).find();
  }

  private @Nullable Candidate find() {
    for (Segment segment : layout.segments()) {
      if (segment.length() >= CHARS_MIN && !noise.isCut(segment) && !segment.box().isHeading()) {
        score(segment);
      }
    }
    Box top = null;
    double most = 0;
    for (Box box : layout.boxes()) {
      if (scores[box.index()] > 0) {
        double score = (scores[box.index()] + weight(box)) * (1 - layout.linkDensity(box));
        scores[box.index()] = score;
        if (score > most) {
          most = score;
          top = box;
        }
      }
    }
    return top == null ? null : withSiblings(climb(top));
  }

  private void score(Segment segment) {
    double points =
        (1 + segment.commas() + Math.min(segment.length() / 100, 3)) * (1 - segment.linkDensity());
    Box box = segment.box();
    Box up = TEXT_TAGS.contains(box.tag()) ? box.parent() : box;
    for (int level = 0; level < LEVELS && up != null; level++) {
      scores[up.index()] += level == 0 ? points : level == 1 ? points / 2 : points / (level * 3);
      up = up.parent();
    }
  }

  private static double weight(Box box) {
    double weight = box.isAny(GOOD) ? NAME_WEIGHT : 0;
    return box.isAny(BAD) ? weight - NAME_WEIGHT : weight;
  }

  /// Bodies cut into sections: of the boxes around the best one, that which holds most of the
  /// running text and least of anything else.
  private Box climb(Box top) {
    Box best = top;
    double most = 0;
    int all = noise.proseChars(0, layout.segments().size());
    for (Box up = top; up != null && !up.tag().equals("body"); up = up.parent()) {
      double prose = noise.proseChars(up.first(), up.end());
      double other = noise.chars(up.first(), up.end()) - prose;
      double links = noise.linkChars(up.first(), up.end());
      double coverage = prose / Math.max(1, all);
      double purity = prose / Math.max(1, prose + OTHER_WEIGHT * other + LINK_WEIGHT * links);
      double worth = coverage + purity == 0 ? 0 : 2 * coverage * purity / (coverage + purity);
      if (worth > most * CLIMB_GAIN_MIN) {
        most = worth;
        best = up;
      }
    }
    return best;
  }

  private Candidate withSiblings(Box top) {
    BitSet chosen = Candidate.of("density", layout, noise, top.first(), top.end()).segments();
    Box parent = top.parent();
    if (parent != null) {
      double threshold = Math.max(10, scores[top.index()] * 0.2);
      for (int i = parent.first(); i < parent.end(); i++) {
        Segment segment = layout.segments().get(i);
        Box child = childOf(parent, segment.box());
        if (child == null || child == top || noise.isCut(segment)) {
          continue;
        }
        boolean sameName =
            !child.element().className().isEmpty()
                && child.element().className().equals(top.element().className());
        double score = scores[child.index()] + (sameName ? scores[top.index()] * 0.2 : 0);
        if (score >= threshold || (child.tag().equals("p") && segment.isProse())) {
          chosen.set(i);
        }
      }
    }
    return new Candidate("density", chosen);
  }

  private static @Nullable Box childOf(Box parent, Box inner) {
    for (Box box = inner; box != null; box = box.parent()) {
      if (box.parent() == parent) {
        return box;
      }
    }
    return null;
  }
}
