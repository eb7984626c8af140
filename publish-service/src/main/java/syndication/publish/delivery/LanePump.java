package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Brings what is parked and due from the store to its lane, as much as the lane has room for. Runs
/// until the lane is closed.
final class LanePump implements Runnable {

  /// How long it waits when the store is away.
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Lane lane;
  private final LaneParts parts;
  private final Duration lease;

  LanePump(Lane lane, LaneParts parts, Duration lease) {
    this.lane = lane;
    this.parts = parts;
    this.lease = lease;
  }

  @Override
  public void run() {
    try {
      int room = lane.awaitRoom();
      while (room > 0) {
        try {
          bring(room);
        } catch (StoreUnavailableException e) {
          // The ledger says so; here it is only later.
          lane.wake(parts.clock().instant().plus(PAUSE));
        }
        room = lane.awaitRoom();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bring(int room) {
    String id = lane.subscription().id();
    Instant now = parts.clock().instant();
    List<Delivery> due;
    Instant next;
    parts.claims().acquireUninterruptibly();
    try {
      due = parts.store().claim(id, room, now, now.plus(lease));
      next = due.size() < room ? parts.store().nextDue(id) : now;
    } finally {
      parts.claims().release();
    }
    lane.takeUp(due, next, now);
  }
}
