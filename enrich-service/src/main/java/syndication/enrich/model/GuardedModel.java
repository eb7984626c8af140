package syndication.enrich.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A model that is asked no more than it bears: a bounded number of questions at once, within the
/// day's budget, not while it is down, and once more when nobody answered.
public final class GuardedModel implements ChatModel {

  /// Waits, so that tests need not.
  @FunctionalInterface
  public interface Pause {
    /// @throws InterruptedException the service stops
    void of(Duration duration) throws InterruptedException;
  }

  /// What a keeper may ask us to wait; more would be an outage, and the breaker's business.
  static final Duration RETRY_AFTER_MOST = Duration.ofMinutes(10);

  /// How long one question waits for a model that is down, before its article goes without.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BEFORE_RETRY = Duration.ofSeconds(2);

  private final ChatModel model;
  private final Breaker breaker;
  private final Budget budget;
  private final Semaphore room;
  private final int attempts;
  private final InstantSource clock;
  private final Pause pause;

  /// @param concurrent questions at once
  /// @param attempts for one question, 1 or more
  public GuardedModel(
      ChatModel model,
      Breaker breaker,
      Budget budget,
      int concurrent,
      int attempts,
      InstantSource clock,
      Pause pause) {
    this.model = model;
    this.breaker = breaker;
    this.budget = budget;
    this.room = new Semaphore(concurrent);
    this.attempts = attempts;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Answer ask(Prompt prompt) {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable("interrupted", null);
    }
    try {
      return asked(prompt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable("interrupted", null);
    } finally {
      room.release();
    }
  }

  private Answer asked(Prompt prompt) throws InterruptedException {
    Answer answer = new Answer.NotAsked(Why.BREAKER_OPEN);
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (!admitted()) {
        return answer;
      }
      long taken = prompt.tokensAbout();
      if (!budget.tryTake(taken, clock.instant())) {
        breaker.notTried();
        return new Answer.NotAsked(Why.BUDGET);
      }
      answer = model.ask(prompt);
      switch (answer) {
        case Answer.Said it -> {
          breaker.succeeded();
          budget.settle(taken, it.tokens() < 0 ? taken : it.tokens());
          return it;
        }
        case Answer.Unusable it -> {
          breaker.failed(clock.instant());
          return it;
        }
        case Answer.Unavailable it -> {
          budget.settle(taken, 0);
          breaker.failed(clock.instant());
          rest(it.retryAfter(), attempt);
        }
        case Answer.NotAsked it -> {
          return it;
        }
      }
    }
    return answer;
  }

  private void rest(@Nullable Duration retryAfter, int attempt) throws InterruptedException {
    if (retryAfter != null) {
      Duration asked = retryAfter.compareTo(RETRY_AFTER_MOST) > 0 ? RETRY_AFTER_MOST : retryAfter;
      breaker.pauseUntil(clock.instant().plus(asked));
    } else if (attempt < attempts) {
      pause.of(BEFORE_RETRY);
    }
  }

  // Waits a while for a model that is down: its queue is bounded, and fills meanwhile.
  private boolean admitted() throws InterruptedException {
    Instant now = clock.instant();
    if (breaker.tryStart(now)) {
      return true;
    }
    Duration wait = Duration.between(now, breaker.openUntil());
    if (wait.compareTo(PATIENCE) > 0) {
      return false;
    }
    pause.of(wait.isNegative() ? BEFORE_RETRY : wait);
    return breaker.tryStart(clock.instant());
  }
}
