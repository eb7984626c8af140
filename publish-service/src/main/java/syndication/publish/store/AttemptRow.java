package syndication.publish.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.RetryPolicy.NextStep;

/// What the log keeps of an attempt.
///
/// @param outcome DELIVERED, FAILED, REFUSED, GONE
/// @param answer the beginning of what the partner answered, only of failures, or `null`
record AttemptRow(
    Delivery delivery,
    Attempt attempt,
    String outcome,
    @Nullable Integer status,
    @Nullable String reason,
    @Nullable String answer,
    @Nullable Instant next) {

  private static final int GONE = 410;

  static AttemptRow of(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Receipted(Delivery delivery, Attempt attempt) -> of(delivery, attempt, null);
      case LedgerEntry.Failed(Delivery delivery, Attempt attempt, NextStep next) ->
          of(delivery, attempt, next instanceof NextStep.RetryAt(Instant time) ? time : null);
      case LedgerEntry.Parked _, LedgerEntry.Leased _, LedgerEntry.Dropped _ ->
          throw new IllegalArgumentException("no attempt: " + entry);
    };
  }

  private static AttemptRow of(Delivery delivery, Attempt attempt, @Nullable Instant next) {
    return switch (attempt.outcome()) {
      case Outcome.Delivered(int status) ->
          new AttemptRow(delivery, attempt, "DELIVERED", status, null, null, next);
      case Outcome.Failed it ->
          new AttemptRow(delivery, attempt, "FAILED", it.status(), it.reason(), it.answer(), next);
      case Outcome.Gone it ->
          new AttemptRow(delivery, attempt, "GONE", GONE, "answered 410", it.answer(), next);
      case Outcome.Refused(String reason) ->
          new AttemptRow(delivery, attempt, "REFUSED", null, reason, null, next);
    };
  }
}
