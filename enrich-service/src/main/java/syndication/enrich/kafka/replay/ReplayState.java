package syndication.enrich.kafka.replay;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far a replay is; enough to go on from here after a crash.
///
/// @param phase what it does, or did when it was stopped
/// @param running false when it ended, or was stopped by an operator
/// @param at where it is in the phase
/// @param ends where the topics ended when a partition was compared, by partition
/// @param counts by what became of articles, and which parts of them change
/// @param trouble why it does not get on, or `null`
public record ReplayState(
    ReplayOrder order,
    Phase phase,
    boolean running,
    Position at,
    Map<Integer, Ends> ends,
    Map<String, Long> counts,
    @Nullable String trouble) {

  public enum Phase {
    COMPARING,
    EMITTING,
    DONE
  }

  /// @param partition of the topics
  /// @param slice of the partition's articles
  /// @param slices the partition is gone through in; 0 when that is not decided yet
  /// @param pass what of a slice is compared: first what was enriched, then what never was
  /// @param offset next to read in this pass
  /// @param changesBytes of the file of changes that are good
  /// @param eventsBytes of the file of events that are good
  /// @param sentBytes of the file of events that were sent
  public record Position(
      int partition,
      int slice,
      int slices,
      int pass,
      long offset,
      long changesBytes,
      long eventsBytes,
      long sentBytes) {
    static final Position START = new Position(0, 0, 0, 0, 0, 0, 0, 0);

    Position read(long next, long changes, long events) {
      return new Position(partition, slice, slices, pass, next, changes, events, sentBytes);
    }

    Position sent(long bytes) {
      return new Position(
          partition, slice, slices, pass, offset, changesBytes, eventsBytes, sentBytes + bytes);
    }

    Position in(int ofSlices) {
      return new Position(
          partition, slice, ofSlices, pass, offset, changesBytes, eventsBytes, sentBytes);
    }

    /// The next pass, slice or partition.
    Position next() {
      boolean lastPass = pass == 1;
      boolean lastSlice = lastPass && slice + 1 >= slices;
      return new Position(
          lastSlice ? partition + 1 : partition,
          lastSlice ? 0 : lastPass ? slice + 1 : slice,
          lastSlice ? 0 : slices,
          lastPass ? 0 : 1,
          0,
          changesBytes,
          eventsBytes,
          sentBytes);
    }
  }

  /// Where the topics ended when a partition was compared; what came after is newer.
  public record Ends(long revised, long enriched) {}

  public ReplayState {
    ends = new TreeMap<>(ends);
    counts = new TreeMap<>(counts);
  }

  static ReplayState of(ReplayOrder order) {
    return new ReplayState(order, Phase.COMPARING, true, Position.START, Map.of(), Map.of(), null);
  }

  ReplayState at(Position next, Map<String, Long> nowCounts) {
    return new ReplayState(order, phase, running, next, ends, nowCounts, null);
  }

  ReplayState ending(int partition, Ends now) {
    Map<Integer, Ends> all = new TreeMap<>(ends);
    all.putIfAbsent(partition, now);
    return new ReplayState(order, phase, running, at, all, counts, trouble);
  }

  ReplayState in(Phase next) {
    return new ReplayState(order, next, next != Phase.DONE, at, ends, counts, null);
  }

  ReplayState running(boolean now) {
    return new ReplayState(order, phase, now, at, ends, counts, null);
  }

  ReplayState troubled(@Nullable String reason) {
    return new ReplayState(order, phase, running, at, ends, counts, reason);
  }
}
