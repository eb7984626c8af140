package syndication.benchmark;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import syndication.system.Partner;

/// A partner that knows when it first received each headline.
final class TimedPartner implements AutoCloseable {

  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private final Partner partner;

  TimedPartner() throws IOException {
    partner = new Partner(it -> arrivals.putIfAbsent(it.headline(), System.nanoTime()));
  }

  Partner partner() {
    return partner;
  }

  /// Headline to [System#nanoTime].
  Map<String, Long> arrivals() {
    return arrivals;
  }

  @Override
  public void close() {
    partner.close();
  }
}
