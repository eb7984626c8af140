package syndication.ingest.tryout;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.nearduplicate.Sketch;
import syndication.ingest.nearduplicate.SketchIndex;

/// `./syndicate benchmark near-duplicates [ARTICLES]`: fills an index with made-up articles, and
/// tells how long look-ups take and how much memory it needs.
///
/// Of a hundred articles ten repeat an earlier one, more or less, so that look-ups have something
/// to find; the others have nothing in common with anything.
public final class NearDuplicateTiming {

  private static final int ARTICLES = 1_000_000;
  private static final int LOOKUPS = 20_000;
  private static final int WARM_UP = 5_000;
  private static final int LIMIT = 50;
  private static final int SOURCES = 200;
  private static final int SHINGLES = 400;

  /// Bins of a copy that still agree with the original: a resemblance of 0.5.
  private static final int BINS_KEPT = Signature.BINS / 2;

  private final Random random = new Random(1);
  private final SketchIndex index;
  private final int articles;

  private NearDuplicateTiming(int articles) {
    this.articles = articles;
    this.index = new SketchIndex(articles);
  }

  public static void main(String[] arguments) {
    new NearDuplicateTiming(arguments.length == 0 ? ARTICLES : Integer.parseInt(arguments[0]))
        .run();
  }

  private void run() {
    long began = System.nanoTime();
    for (int i = 0; i < articles; i++) {
      UUID id = new UUID(random.nextLong(), i);
      index.put(id, id, "source-" + i % SOURCES, sketch(i));
    }
    double addMicros = (System.nanoTime() - began) / 1e3 / articles;
    long[] nanos = new long[LOOKUPS];
    int found = 0;
    for (int i = -WARM_UP; i < LOOKUPS; i++) {
      Sketch it = sketch(articles + i);
      long start = System.nanoTime();
      found += index.similar("another source", it, LIMIT).isEmpty() ? 0 : 1;
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "| articles | memory | look-up p50 / p99 / max | adding | found something |%n"
            + "|---|---|---|---|---|%n"
            + "| %,d | %,d MB | %.0f / %.0f / %.0f µs | %.1f µs | %.1f %% |%n",
        index.size(),
        index.bytes() / 1_000_000,
        nanos[LOOKUPS / 2] / 1e3,
        nanos[LOOKUPS * 99 / 100] / 1e3,
        nanos[LOOKUPS - 1] / 1e3,
        addMicros,
        found * 100.0 / (LOOKUPS + WARM_UP));
  }

  /// The sketch of article `number`: every tenth is a copy of one before.
  private Sketch sketch(int number) {
    boolean copy = number % 10 == 9;
    byte[] bytes = bins(copy ? number / 2 / 10 * 10 : number);
    if (copy) {
      byte[] own = bins(number);
      System.arraycopy(own, 0, bytes, 0, (Signature.BINS - BINS_KEPT) * Integer.BYTES);
    }
    return Signature.ofBytes(bytes, SHINGLES, new int[] {~number, -3 * number, 7 * number})
        .sketch();
  }

  private static byte[] bins(int seed) {
    byte[] bytes = new byte[Signature.BINS * Integer.BYTES];
    var mixed = new Random(seed * 0x9E3779B97F4A7C15L);
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      out.putInt(mixed.nextInt());
    }
    return bytes;
  }
}
