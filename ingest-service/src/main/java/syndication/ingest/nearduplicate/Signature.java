package syndication.ingest.nearduplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sketch of a text: one-permutation MinHash over its 3-word shingles, empty bins filled from
/// their neighbours (Shrivastava and Li, "Densifying One Permutation Hashing via Rotation for Fast
/// Near Neighbor Search", ICML 2014). Two sketches tell how much of their texts is the same.
public final class Signature {

  /// Bins of one sketch; the standard error of a resemblance is then at most 0.0625.
  public static final int BINS = 64;

  /// Words of a shingle: two are shared by chance, four break at every edit.
  private static final int SHINGLE_WORDS = 3;

  private static final int LEAD_WORDS = 8;

  /// Told apart from every value that a bin takes by chance.
  private static final long ROTATION = 0x9E3779B97F4A7C15L;

  private final int[] bins;
  private final int shingles;
  private final int[] leads;

  private Signature(int[] bins, int shingles, int[] leads) {
    this.bins = bins;
    this.shingles = shingles;
    this.leads = leads;
  }

  /// @return `null` for a text without words
  public static @Nullable Signature of(String text) {
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return null;
    }
    long[] hashes = words.stream().mapToLong(Signature::hash).toArray();
    int count = Math.max(1, words.size() - SHINGLE_WORDS + 1);
    int[] bins = new int[BINS];
    boolean[] filled = new boolean[BINS];
    for (int i = 0; i < count; i++) {
      long it = hash(hashes, i, Math.min(words.size(), i + SHINGLE_WORDS));
      int bin = (int) (it >>> (Long.SIZE - 6));
      int value = (int) it;
      if (!filled[bin] || Integer.compareUnsigned(value, bins[bin]) < 0) {
        bins[bin] = value;
        filled[bin] = true;
      }
    }
    fillEmpty(bins, filled);
    return new Signature(bins, count, leads(hashes));
  }

  /// @param bytes [#toBytes]
  /// @param leads the keys of the opening words, may be empty
  public static Signature ofBytes(byte[] bytes, int shingles, int[] leads) {
    if (bytes.length != BINS * Integer.BYTES) {
      throw new IllegalArgumentException(
          "bytes: %d (expected: %d)".formatted(bytes.length, BINS * Integer.BYTES));
    }
    int[] bins = new int[BINS];
    ByteBuffer.wrap(bytes).asIntBuffer().get(bins);
    return new Signature(bins, shingles, leads.clone());
  }

  /// 64 bins of 4 bytes, big-endian.
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(BINS * Integer.BYTES);
    out.asIntBuffer().put(bins);
    return out.array();
  }

  /// The same in half the space, for looking up others.
  public Sketch sketch() {
    return Sketch.of(bins, shingles, leads);
  }

  /// How many shingles the text has.
  public int shingles() {
    return shingles;
  }

  /// Estimated share of shingles that both texts have, of all that either has: 0 to 1.
  public double resemblance(Signature other) {
    int same = 0;
    for (int i = 0; i < BINS; i++) {
      same += bins[i] == other.bins[i] ? 1 : 0;
    }
    return (double) same / BINS;
  }

  /// Estimated share of the shorter text that is in the longer one: 0 to 1.
  public double containment(Signature other) {
    double resemblance = resemblance(other);
    double shared = resemblance * (shingles + other.shingles) / (1 + resemblance);
    return Math.min(1, shared / Math.min(shingles, other.shingles));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature it && shingles == it.shingles && Arrays.equals(bins, it.bins);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bins);
  }

  private static int[] leads(long[] hashes) {
    int whole = Math.min(Sketch.LEADS_MAX, hashes.length / LEAD_WORDS);
    int[] keys = new int[whole];
    for (int i = 0; i < whole; i++) {
      keys[i] = (int) mix(~hash(hashes, i * LEAD_WORDS, (i + 1) * LEAD_WORDS));
    }
    return keys;
  }

  private static void fillEmpty(int[] bins, boolean[] filled) {
    for (int i = 0; i < BINS; i++) {
      int distance = 0;
      while (!filled[(i + distance) % BINS]) {
        distance++;
      }
      if (distance > 0) {
        bins[i] = (int) mix(bins[(i + distance) % BINS] + distance * ROTATION);
      }
    }
  }

  private static long hash(long[] words, int from, int to) {
    long it = 0;
    for (int i = from; i < to; i++) {
      it = mix(it * 31 + words[i]);
    }
    return it;
  }

  private static long hash(String word) {
    long it = 0xCBF29CE484222325L;
    for (int i = 0; i < word.length(); i++) {
      it = (it ^ word.charAt(i)) * 0x100000001B3L;
    }
    return mix(it);
  }

  // The finaliser of SplitMix64: every bit of the input bears on every bit of the result.
  private static long mix(long value) {
    long it = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    it = (it ^ (it >>> 27)) * 0x94D049BB133111EBL;
    return it ^ (it >>> 31);
  }
}
