package syndication.publish.delivery;

import java.time.Instant;
import syndication.publish.delivery.RetryPolicy.NextStep;

/// Something about a delivery that has to be durable before its offset may be committed.
public sealed interface LedgerEntry {

  Delivery delivery();

  /// The partner took it.
  record Receipted(Delivery delivery, Attempt attempt) implements LedgerEntry {}

  /// Nobody tried; it waits in the store.
  ///
  /// @param due when to take it up; while an attempt runs, when to take it as lost
  record Parked(Delivery delivery, Instant due) implements LedgerEntry {}

  /// An attempt failed.
  record Failed(Delivery delivery, Attempt attempt, NextStep next) implements LedgerEntry {}

  /// It must not be sent any more.
  record Dropped(Delivery delivery, String reason) implements LedgerEntry {}
}
