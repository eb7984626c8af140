package syndication.enrich.fingerprint;

import java.util.Arrays;
import java.util.List;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;

/// A one-permutation MinHash of an article's three-word shingles, 64 bins: the share of equal bins
/// estimates how much two texts have in common; more than 0.3 is the same story.
public final class Fingerprint {

  public static final int BINS = 64;

  private static final int SHINGLE_WORDS = 3;
  private static final int WORDS_MAX = 20_000;

  private final int[] bins;

  private Fingerprint(int[] bins) {
    this.bins = bins;
  }

  public static Fingerprint of(List<Sentence> sentences) {
    int[] bins = new int[BINS];
    Arrays.fill(bins, Integer.MAX_VALUE);
    long[] window = new long[SHINGLE_WORDS];
    int words = 0;
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        if (token.kind() == Token.Kind.MARK || words >= WORDS_MAX) {
          continue;
        }
        window[words++ % SHINGLE_WORDS] = token.lower().hashCode();
        if (words >= SHINGLE_WORDS) {
          add(bins, window, words);
        }
      }
    }
    return new Fingerprint(bins);
  }

  private static void add(int[] bins, long[] window, int words) {
    long hash = 0;
    for (int i = 0; i < SHINGLE_WORDS; i++) {
      hash = mix(hash * 31 + window[(words + i) % SHINGLE_WORDS]);
    }
    int bin = (int) (hash >>> 58);
    int value = (int) (hash & 0x7fffffff);
    if (value < bins[bin]) {
      bins[bin] = value;
    }
  }

  // The finaliser of SplitMix64.
  private static long mix(long it) {
    long z = it + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// The share of what two texts have in common, 0 to 1; 0 when one of them is empty.
  public double similarity(Fingerprint other) {
    int filled = 0;
    int equal = 0;
    for (int i = 0; i < BINS; i++) {
      if (bins[i] != Integer.MAX_VALUE || other.bins[i] != Integer.MAX_VALUE) {
        filled++;
        equal += bins[i] == other.bins[i] ? 1 : 0;
      }
    }
    return filled == 0 ? 0 : (double) equal / filled;
  }
}
