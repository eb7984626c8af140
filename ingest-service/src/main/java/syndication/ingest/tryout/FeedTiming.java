package syndication.ingest.tryout;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import syndication.ingest.feed.FeedReader;

/// Measures the processor time that reading a feed takes, after warming up.
final class FeedTiming {

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURE = Duration.ofSeconds(2);

  private FeedTiming() {}

  /// A line of words; empty when there is nothing to divide by.
  static Optional<String> measure(byte[] bytes, Instant receivedAt, int entries) {
    if (entries == 0) {
      return Optional.empty();
    }
    passes(bytes, receivedAt, WARM_UP);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    int passes = passes(bytes, receivedAt, MEASURE);
    double micros = (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / passes;
    return Optional.of(
        String.format(
            Locale.ROOT,
            "  timing  %.0f µs CPU a feed, %.1f µs an entry (%d passes)",
            micros,
            micros / entries,
            passes));
  }

  private static int passes(byte[] bytes, Instant receivedAt, Duration length) {
    var reader = new FeedReader();
    long end = System.nanoTime() + length.toNanos();
    int passes = 0;
    while (System.nanoTime() < end) {
      reader.read(bytes, null, null, receivedAt);
      passes++;
    }
    return passes;
  }
}
