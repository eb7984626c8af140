package syndication.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import syndication.system.Installation;

/// How long after its 202 an article is at a partner, while they come at a steady rate.
final class Latency {

  private static final int RATE_PER_SECOND = 50;

  /// As long as the services' compilers are busy with code that is new to them.
  private static final int WARM_UP_SECONDS = 40;

  private static final int SECONDS = 30;

  private Latency() {}

  static void measure(Installation syndicate, Table table) throws IOException {
    var source = new Submissions(syndicate, "latency");
    Map<Integer, Long> acceptedAt = new ConcurrentHashMap<>();
    int total = RATE_PER_SECOND * (WARM_UP_SECONDS + SECONDS);
    int counted = RATE_PER_SECOND * WARM_UP_SECONDS;
    try (var partner = new TimedPartner()) {
      syndicate.subscribe("latency-partner", partner.partner(), "latency");
      long began = System.nanoTime();
      for (int i = 0; i < total; i++) {
        long due = began + i * (TimeUnit.SECONDS.toNanos(1) / RATE_PER_SECOND);
        LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        source.submit("latency-" + i, headline(i), i);
        acceptedAt.put(i, System.nanoTime());
      }
      Patience.until(() -> partner.arrivals().size() >= total);
      add(
          table,
          "accepted to received at %d articles/s".formatted(RATE_PER_SECOND),
          IntStream.range(counted, total).mapToObj(it -> latency(it, acceptedAt, partner)).toList(),
          "p50 150 ms, p99 1 s");
      add(
          table,
          "the same in the first %d s after a start".formatted(WARM_UP_SECONDS),
          IntStream.range(0, counted).mapToObj(it -> latency(it, acceptedAt, partner)).toList(),
          "–");
    }
  }

  private static String headline(int number) {
    return "Latency report " + number;
  }

  /// It may have arrived before the answer to its source did.
  private static long latency(int number, Map<Integer, Long> acceptedAt, TimedPartner partner) {
    Long accepted = acceptedAt.get(number);
    Long arrived = partner.arrivals().get(headline(number));
    if (accepted == null || arrived == null) {
      throw new IllegalStateException("article " + number + " did not arrive");
    }
    return Math.max(0, arrived - accepted);
  }

  private static void add(Table table, String what, List<Long> nanos, String aim) {
    List<Long> sorted = nanos.stream().sorted().toList();
    table.add(
        what + ": p50 / p90 / p99 / max",
        "%d / %d / %d / %d ms"
            .formatted(
                millis(sorted, 0.5), millis(sorted, 0.9), millis(sorted, 0.99), millis(sorted, 1)),
        aim);
  }

  private static long millis(List<Long> sortedNanos, double quantile) {
    int index = (int) Math.min(sortedNanos.size() - 1, Math.floor(quantile * sortedNanos.size()));
    return TimeUnit.NANOSECONDS.toMillis(sortedNanos.get(index));
  }
}
