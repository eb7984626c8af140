package syndication.ingest.page.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// The story of a page: the answer that agrees most with the answers of strategies of other kinds.
///
/// @param strategy whose answer won, or `none`
/// @param segments indices of the chosen segments
/// @param cut rule by segment, for those inside the story's range that were cut
public record Extraction(String strategy, BitSet segments, Map<Integer, String> cut) {

  private static final int VOTERS_MIN = 3;
  private static final int WITNESS_CHARS_MIN = 300;

  /// Finds the story.
  ///
  /// @param title segment of the title, or -1
  /// @param witness the body's text as the page states it, or `null`
  public static Extraction of(Layout layout, int title, @Nullable String witness) {
    var noise = new Noise(layout);
    var candidates = new ArrayList<Candidate>();
    add(candidates, ContainerRules.find(layout, noise));
    add(candidates, DensityScoring.find(layout, noise));
    add(candidates, ParagraphFirst.find(layout, noise));
    add(candidates, TitleToEnd.find(layout, noise, title));
    add(candidates, witness(layout, witness));
    Candidate best = medoid(candidates, layout.segments());
    var cut = new TreeMap<Integer, String>();
    if (best == null) {
      return new Extraction("none", new BitSet(), cut);
    }
    best = belowTitle(confirmed(best, candidates), layout, title);
    int first = best.segments().nextSetBit(0);
    int end = best.segments().length();
    for (int i = Math.max(first, 0); i < end; i++) {
      String rule = noise.rule(layout.segments().get(i));
      if (rule != null) {
        cut.put(i, rule);
      }
    }
    return new Extraction(best.strategy(), best.segments(), cut);
  }

  private static void add(List<Candidate> all, @Nullable Candidate candidate) {
    if (candidate != null && !candidate.segments().isEmpty()) {
      all.add(candidate);
    }
  }

  private static @Nullable Candidate medoid(List<Candidate> all, List<Segment> segments) {
    Candidate best = null;
    double most = -1;
    for (int i = 0; i < all.size(); i++) {
      double sum = 0;
      for (int j = 0; j < all.size(); j++) {
        sum += i == j ? 0 : Candidate.agreement(all.get(i), all.get(j), segments);
      }
      if (sum > most + 1e-9 && !all.get(i).strategy().equals("witness")) {
        most = sum;
        best = all.get(i);
      }
    }
    return best;
  }

  /// The best answer without what no other strategy found, when there are others to ask.
  private static Candidate confirmed(Candidate best, List<Candidate> all) {
    if (all.size() < VOTERS_MIN) {
      return best;
    }
    var chosen = new BitSet();
    for (Candidate one : all) {
      if (!one.strategy().equals(best.strategy())) {
        chosen.or(one.segments());
      }
    }
    chosen.and(best.segments());
    return chosen.isEmpty() ? best : new Candidate(best.strategy(), chosen);
  }

  /// Short pieces above the title are the section's name and the trail to it.
  private static Candidate belowTitle(Candidate best, Layout layout, int title) {
    for (int i = best.segments().nextSetBit(0); i >= 0 && i < title; ) {
      if (layout.segments().get(i).isProse()) {
        return best;
      }
      i = best.segments().nextSetBit(i + 1);
    }
    int last = best.segments().length();
    if (title <= 0 || title >= last) {
      return best;
    }
    var chosen = (BitSet) best.segments().clone();
    chosen.clear(0, title);
    return new Candidate(best.strategy(), chosen);
  }

  private static @Nullable Candidate witness(Layout layout, @Nullable String text) {
    if (text == null || text.length() < WITNESS_CHARS_MIN) {
      return null;
    }
    Set<String> known = shingles(text);
    var chosen = new BitSet();
    for (Segment segment : layout.segments()) {
      if (segment.isText()) {
        Set<String> mine = shingles(segment.text());
        long hits = mine.stream().filter(known::contains).count();
        if (!mine.isEmpty() && hits >= 0.7 * mine.size()) {
          chosen.set(segment.index());
        }
      }
    }
    return new Candidate("witness", chosen);
  }

  /// Words of three, without case and punctuation.
  private static Set<String> shingles(String text) {
    var shingles = new HashSet<String>();
    String before = "";
    String last = "";
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String word = text.substring(start, i).toLowerCase(Locale.ROOT);
        if (!before.isEmpty()) {
          shingles.add(before + ' ' + last + ' ' + word);
        }
        before = last;
        last = word;
        start = -1;
      }
    }
    return shingles;
  }
}
