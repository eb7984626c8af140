package syndication.ingest.page.extraction;

import java.util.BitSet;
import java.util.List;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// One strategy's answer: the segments it takes for the story.
record Candidate(String strategy, BitSet segments) {

  static Candidate of(String strategy, Layout layout, Noise noise, int first, int end) {
    var chosen = new BitSet(layout.segments().size());
    for (int i = first; i < end; i++) {
      if (!noise.isCut(layout.segments().get(i))) {
        chosen.set(i);
      }
    }
    return new Candidate(strategy, chosen);
  }

  int chars(List<Segment> all) {
    return segments.stream().map(i -> all.get(i).length()).sum();
  }

  /// F1 of the characters both hold, 0 to 1.
  static double agreement(Candidate one, Candidate other, List<Segment> all) {
    int mine = 0;
    int both = 0;
    for (int i = one.segments.nextSetBit(0); i >= 0; i = one.segments.nextSetBit(i + 1)) {
      int length = all.get(i).length();
      mine += length;
      if (other.segments.get(i)) {
        both += length;
      }
    }
    int theirs = other.chars(all);
    return mine + theirs == 0 ? 0 : 2.0 * both / (mine + theirs);
  }
}
