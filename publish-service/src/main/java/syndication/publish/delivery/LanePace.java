package syndication.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.CircuitBreaker.State;
import syndication.publish.subscription.Subscription;

/// How fast a lane goes: as its partner lets us, by limit, rate and breaker. Knows no thread and no
/// clock; guarded by its lane's lock.
final class LanePace {

  private final LaneSettings settings;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final AdaptiveLimit limit;
  private final @Nullable TokenBucket bucket;
  private final int perSecondMax;

  // The partner did not answer within the budget: until it does, everything goes by the store, so
  // that the reader does not wait for it again and again.
  private boolean stalled;

  LanePace(Subscription subscription, LaneSettings settings, long nowNanos) {
    this.settings = settings;
    this.limit = new AdaptiveLimit(settings.inFlightStart(), settings.inFlightMax());
    Double perSecond = subscription.rateLimitPerSecond();
    this.bucket = perSecond == null ? null : new TokenBucket(perSecond, nowNanos);
    this.perSecondMax =
        perSecond == null ? Integer.MAX_VALUE : (int) Math.max(1, perSecond.doubleValue());
  }

  /// Whether what is live may go without a detour by the store.
  boolean flows(Instant now) {
    return !stalled && breaker.state(now) == State.CLOSED;
  }

  /// The reader stopped waiting for the partner.
  void stalled() {
    stalled = true;
  }

  /// How many may be on their way.
  int limit() {
    return limit.current();
  }

  State breaker(Instant now) {
    return breaker.state(now);
  }

  boolean tryStart(Instant now) {
    return breaker.tryStart(now);
  }

  /// How long the one that starts now has to wait for its turn.
  long reserveNanos(long nowNanos) {
    return bucket == null ? 0 : bucket.reserveNanos(nowNanos);
  }

  /// How many to take from the store: as much as is sent well within the lease.
  int room(Instant now, int inFlight, int queued) {
    return switch (breaker.state(now)) {
      case CLOSED -> Math.max(0, Math.min(limit.current() * 2, perSecondMax) - inFlight - queued);
      case HALF_OPEN -> inFlight == 0 && queued == 0 ? 1 : 0;
      case OPEN -> 0;
    };
  }

  /// An exchange ended, of `inFlight`.
  ///
  /// @return whether what waits has to go by the store now
  boolean ended(LedgerEntry entry, Instant now, int inFlight) {
    switch (entry) {
      case LedgerEntry.Receipted(_, Attempt attempt) -> {
        if (attempt.took().compareTo(settings.budget()) < 0) {
          stalled = false;
        }
        breaker.succeeded();
        limit.succeeded(inFlight);
      }
      case LedgerEntry.Failed(_, Attempt attempt, _) -> {
        breaker.failed(now);
        if (attempt.outcome() instanceof Outcome.Failed failed && failed.overload()) {
          limit.overloaded();
        }
        return breaker.state(now) != State.CLOSED;
      }
      case LedgerEntry.Parked _, LedgerEntry.Leased _, LedgerEntry.Dropped _ -> breaker.notTried();
    }
    return false;
  }
}
