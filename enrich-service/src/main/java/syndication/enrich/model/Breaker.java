package syndication.enrich.model;

import java.time.Duration;
import java.time.Instant;

/// Stops asking a model that only fails, and tries it with single questions until one is answered.
///
/// ```
/// closed ── failures in a row ──▶ open ── wait over ──▶ half open (one question)
///    ▲                             ▲  wait doubles           │ fails
///    └──────────── answered ───────┼─────────────────────────┤
///                                  └─────────────────────────┘
/// ```
public final class Breaker {

  /// Fewer would let one bad article stop all.
  static final int FAILURES_TO_OPEN = 5;

  static final Duration WAIT_FIRST = Duration.ofSeconds(5);

  /// A model that comes back waits no longer than this for its next question.
  static final Duration WAIT_MOST = Duration.ofMinutes(5);

  /// Whether questions flow.
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  private int failuresInARow;
  private Duration wait = WAIT_FIRST;
  private Instant openUntil = Instant.MIN;
  private boolean probing;

  public synchronized State state(Instant now) {
    if (now.isBefore(openUntil)) {
      return State.OPEN;
    }
    return failuresInARow < FAILURES_TO_OPEN ? State.CLOSED : State.HALF_OPEN;
  }

  /// Whether one more question may be put; when half open, who asks first is the probe. Who was let
  /// in must tell how it went.
  public synchronized boolean tryStart(Instant now) {
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

  /// When it is worth asking again.
  public synchronized Instant openUntil() {
    return openUntil;
  }

  /// Who was let in did not ask after all.
  public synchronized void notTried() {
    probing = false;
  }

  public synchronized void succeeded() {
    failuresInARow = 0;
    wait = WAIT_FIRST;
    probing = false;
  }

  public synchronized void failed(Instant now) {
    boolean wasProbe = probing;
    failuresInARow++;
    probing = false;
    if (failuresInARow == FAILURES_TO_OPEN || wasProbe) {
      pauseUntil(now.plus(wait));
      Duration doubled = wait.multipliedBy(2);
      wait = doubled.compareTo(WAIT_MOST) > 0 ? WAIT_MOST : doubled;
    }
  }

  /// The model's keeper asked for quiet: nobody asks before then.
  public synchronized void pauseUntil(Instant until) {
    openUntil = until.isAfter(openUntil) ? until : openUntil;
  }
}
