package syndication.ingest.nearduplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A signature with two bytes of each bin, as it is kept for every article: two bins agree by
/// chance once in 65,536 times, which no estimate notices.
///
/// It also carries the keys under which it is found: one for each pair of neighbouring bins, so
/// that texts with a resemblance of 0.3 share at least one with a probability of 0.95, and up to
/// three for the opening words, because an excerpt is mostly the opening of the text.
public final class Sketch {

  static final int BAND_BINS = 2;
  static final int BANDS = Signature.BINS / BAND_BINS;
  static final int LEADS_MAX = 3;

  private static final int BINS_BYTES = Signature.BINS * Short.BYTES;

  private final short[] bins;
  private final int shingles;
  private final int[] leads;

  private Sketch(short[] bins, int shingles, int[] leads) {
    this.bins = bins;
    this.shingles = shingles;
    this.leads = leads;
  }

  static Sketch of(int[] bins, int shingles, int[] leads) {
    short[] low = new short[bins.length];
    for (int i = 0; i < bins.length; i++) {
      low[i] = (short) bins[i];
    }
    return new Sketch(low, shingles, leads.clone());
  }

  static Sketch ofBins(short[] bins, int shingles, int[] leads) {
    return new Sketch(bins, shingles, leads);
  }

  /// @param bytes [#toBytes]
  public static Sketch ofBytes(byte[] bytes, int shingles) {
    int leadBytes = bytes.length - BINS_BYTES;
    if (leadBytes < 0 || leadBytes > LEADS_MAX * Integer.BYTES || leadBytes % Integer.BYTES != 0) {
      throw new IllegalArgumentException(
          "bytes: %d (expected: %d, and 4 for each of up to %d openings)"
              .formatted(bytes.length, BINS_BYTES, LEADS_MAX));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    short[] bins = new short[Signature.BINS];
    in.asShortBuffer().get(bins);
    int[] leads = new int[leadBytes / Integer.BYTES];
    in.position(BINS_BYTES).asIntBuffer().get(leads);
    return new Sketch(bins, shingles, leads);
  }

  /// 64 bins of 2 bytes and the keys of the opening words of 4 bytes each, big-endian.
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(BINS_BYTES + leads.length * Integer.BYTES);
    out.asShortBuffer().put(bins);
    out.position(BINS_BYTES).asIntBuffer().put(leads);
    return out.array();
  }

  /// How many shingles the text has.
  public int shingles() {
    return shingles;
  }

  short bin(int index) {
    return bins[index];
  }

  /// The key of a pair of bins: both, side by side.
  int band(int index) {
    return (bins[index * BAND_BINS] << Short.SIZE) | (bins[index * BAND_BINS + 1] & 0xFFFF);
  }

  int leads() {
    return leads.length;
  }

  int lead(int index) {
    return leads[index];
  }

  /// Whether either would be found by a key of the other.
  public boolean sharesKey(Sketch other) {
    for (int i = 0; i < BANDS; i++) {
      if (band(i) == other.band(i)) {
        return true;
      }
    }
    return Arrays.stream(leads).anyMatch(it -> Arrays.stream(other.leads).anyMatch(o -> o == it));
  }

  /// Estimated share of shingles that both texts have, of all that either has: 0 to 1.
  public double resemblance(Sketch other) {
    int same = 0;
    for (int i = 0; i < bins.length; i++) {
      same += bins[i] == other.bins[i] ? 1 : 0;
    }
    return (double) same / bins.length;
  }

  /// Estimated share of the shorter text that is in the longer one: 0 to 1.
  public double containment(Sketch other) {
    double resemblance = resemblance(other);
    double shared = resemblance * (shingles + other.shingles) / (1 + resemblance);
    return Math.min(1, shared / Math.min(shingles, other.shingles));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sketch it
        && shingles == it.shingles
        && Arrays.equals(bins, it.bins)
        && Arrays.equals(leads, it.leads);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bins);
  }
}
