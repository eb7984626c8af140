package syndication.schema.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits, one after the other, for what a service needs before it may work: the order in which
/// broker, database and registry come up never matters.
///
/// ```
/// Waiting(first step) ── succeeds ──▶ Waiting(next step) ── … ──▶ Ready
///        └── fails: said once, tried again
/// ```
public final class Startup implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Startup.class);

  /// Something a service needs.
  ///
  /// @param name what an operator calls it: `database`, `broker`, `schema registry`
  /// @param check returns when it is there, and throws when not
  public record Step(String name, Runnable check) {}

  /// How far the start is.
  public sealed interface State {
    /// @param step the name of what is waited for
    /// @param reason why it is not there yet
    record Waiting(String step, String reason) implements State {}

    record Ready() implements State {}
  }

  private final List<Step> steps;
  private final Duration pause;
  private final Runnable whenReady;
  private volatile State state;
  private volatile boolean closed;

  /// @param pause between two tries
  /// @param whenReady run once, after the last step succeeded
  public Startup(List<Step> steps, Duration pause, Runnable whenReady) {
    this.steps = List.copyOf(steps);
    this.pause = pause;
    this.whenReady = whenReady;
    this.state = new State.Waiting("start", "not begun");
  }

  /// Begins in the background, and returns at once.
  public void begin() {
    Thread.ofVirtual().name("startup").start(this::run);
  }

  public State state() {
    return state;
  }

  public boolean ready() {
    return state instanceof State.Ready;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void run() {
    for (Step step : steps) {
      state = new State.Waiting(step.name(), "not tried yet");
      while (!closed && !succeeds(step)) {
        LockSupport.parkNanos(pause.toNanos());
      }
    }
    if (!closed) {
      whenReady.run();
      state = new State.Ready();
      logger.info("ready");
    }
  }

  // Whatever a step throws means "not yet": a service that waits must not die of it.
  private boolean succeeds(Step step) {
    try {
      step.check().run();
      return true;
    } catch (RuntimeException e) {
      State now = new State.Waiting(step.name(), String.valueOf(e.getMessage()));
      if (!now.equals(state)) {
        logger
            .atInfo()
            .addKeyValue("step", step.name())
            .addKeyValue("reason", e.getMessage())
            .log("waiting for what this service needs");
      }
      state = now;
      return false;
    }
  }
}
