package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;

/// Stops sending to a partner that only fails, and tries it with single deliveries until one works.
/// Not safe for use by several threads.
///
/// ```
/// closed ── failures in a row ──▶ open ── wait over ──▶ half open (one delivery)
///    ▲                             ▲  wait doubles           │ fails
///    └──────────── succeeds ───────┼─────────────────────────┤
///                                  └─────────────────────────┘
/// ```
final class CircuitBreaker {

  /// Fewer would let one bad article stop a partner.
  static final int FAILURES_TO_OPEN = 5;

  static final Duration WAIT_MIN = Duration.ofSeconds(2);

  /// A partner that comes back waits no longer than this for its backlog.
  static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private int failuresInARow;
  private Duration wait = WAIT_MIN;
  private Instant openUntil = Instant.MIN;
  private boolean probing;

  State state(Instant now) {
    if (failuresInARow < FAILURES_TO_OPEN) {
      return State.CLOSED;
    }
    return now.isBefore(openUntil) ? State.OPEN : State.HALF_OPEN;
  }

  /// Whether one more delivery may start; when half open, the one that asks first is the probe.
  boolean tryStart(Instant now) {
    return switch (state(now)) {
      case CLOSED -> true;
      case OPEN -> false;
      case HALF_OPEN -> {
        boolean first = !probing;
        probing = true;
        yield first;
      }
    };
  }

  /// When the next probe may start.
  Instant openUntil() {
    return openUntil;
  }

  /// What was let through was not sent after all.
  void notTried() {
    probing = false;
  }

  void succeeded() {
    failuresInARow = 0;
    wait = WAIT_MIN;
    probing = false;
  }

  void failed(Instant now) {
    boolean wasProbe = state(now) == State.HALF_OPEN;
    failuresInARow++;
    probing = false;
    if (failuresInARow == FAILURES_TO_OPEN || wasProbe) {
      openUntil = now.plus(wait);
      Duration doubled = wait.multipliedBy(2);
      wait = doubled.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : doubled;
    }
  }

  /// Whether deliveries flow.
  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }
}
