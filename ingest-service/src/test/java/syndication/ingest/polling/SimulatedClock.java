package syndication.ingest.polling;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test moves.
final class SimulatedClock implements InstantSource {

  private Instant now;

  SimulatedClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void moveTo(Instant then) {
    if (then.isAfter(now)) {
      now = then;
    }
  }
}
