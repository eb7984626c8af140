package syndication.publish.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.LedgerEntry.Failed;
import syndication.publish.delivery.LedgerEntry.Leased;
import syndication.publish.delivery.LedgerEntry.Parked;
import syndication.publish.delivery.RetryPolicy.NextStep;

/// A delivery that did not succeed at once, as the store keeps it.
///
/// @param state PARKED or DEAD_LETTERED
/// @param leasedUntil while somebody has it on its way, or `null`
/// @param reason of the last failure, or `null`
/// @param status of the last answer, or `null`
record ParkedRow(
    Delivery delivery,
    String state,
    int attempts,
    Instant due,
    @Nullable Instant leasedUntil,
    @Nullable String reason,
    @Nullable Integer status) {

  private static final String PARKED = "PARKED";
  private static final String DEAD_LETTERED = "DEAD_LETTERED";

  static ParkedRow of(Parked it) {
    return new ParkedRow(
        it.delivery(), PARKED, it.delivery().attemptsMade(), it.due(), null, null, null);
  }

  static ParkedRow of(Leased it) {
    return new ParkedRow(
        it.delivery(), PARKED, it.delivery().attemptsMade(), it.until(), it.until(), null, null);
  }

  static ParkedRow of(Failed it, Instant now) {
    int attempts = it.attempt().number();
    AttemptRow outcome = AttemptRow.of(it);
    return switch (it.next()) {
      case NextStep.RetryAt(Instant time) ->
          new ParkedRow(
              it.delivery(),
              PARKED,
              attempts,
              time,
              null,
              Columns.clean(outcome.reason()),
              outcome.status());
      case NextStep.DeadLetter(String reason) ->
          new ParkedRow(
              it.delivery(),
              DEAD_LETTERED,
              attempts,
              now,
              null,
              Columns.clean(reason),
              outcome.status());
      // The subscription stops; should it go on, this goes first.
      case NextStep.Disable(String reason) ->
          new ParkedRow(
              it.delivery(), PARKED, attempts, now, null, Columns.clean(reason), outcome.status());
      case NextStep.Done _ -> throw new IllegalArgumentException("a success is no failure");
    };
  }
}
