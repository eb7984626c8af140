package syndication.enrich.kafka.replay;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/// Lets articles of today pass: history waits while they do.
final class Courtesy {

  /// Looking costs the broker a few requests.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration WAIT = Duration.ofMillis(500);

  private final LiveTraffic traffic;
  private final int partitions;
  private final ReplayFiles files;
  private final Signals signals;
  private final LongSupplier nanoTime;
  private long looked;
  private boolean first = true;

  Courtesy(
      LiveTraffic traffic,
      int partitions,
      ReplayFiles files,
      Signals signals,
      LongSupplier nanoTime) {
    this.traffic = traffic;
    this.partitions = partitions;
    this.files = files;
    this.signals = signals;
    this.nanoTime = nanoTime;
  }

  /// Returns when nobody waits, or when told to end.
  void await(ReplayState state) {
    long now = nanoTime.getAsLong();
    if (!first && now - looked < LOOK_EVERY.toNanos()) {
      return;
    }
    first = false;
    String said = "";
    while (!signals.stopped()) {
      String why = why(state.phase());
      if (why.isEmpty()) {
        break;
      }
      if (!why.equals(said)) {
        files.save(state.troubled(why));
        said = why;
      }
      signals.pause(WAIT);
    }
    looked = nanoTime.getAsLong();
  }

  /// How far the live listener has come, by partition.
  Map<Integer, Long> enriched() {
    return traffic.enriched();
  }

  private String why(ReplayState.Phase phase) {
    if (traffic.waits(partitions)) {
      return "waits while live articles do";
    }
    return phase == ReplayState.Phase.EMITTING && traffic.crowded(partitions)
        ? "waits until publish-service has taken what was sent"
        : "";
  }
}
