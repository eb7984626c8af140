package syndication.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.RetryPolicy.NextStep;

/// Something about a delivery that has to be durable before its offset may be committed.
public sealed interface LedgerEntry {

  Delivery delivery();

  /// When the store has something to send by it, or `null` when it has not.
  default @Nullable Instant wakeAt() {
    return switch (this) {
      case Parked it -> it.due();
      case Leased it -> it.until();
      case Failed it -> it.next() instanceof NextStep.RetryAt(Instant time) ? time : null;
      case Receipted _, Dropped _ -> null;
    };
  }

  /// The partner took it.
  record Receipted(Delivery delivery, Attempt attempt) implements LedgerEntry {}

  /// Nobody tried; it waits in the store.
  ///
  /// @param due when to take it up
  record Parked(Delivery delivery, Instant due) implements LedgerEntry {}

  /// An attempt runs; the store has it meanwhile.
  ///
  /// @param until when to take the attempt as lost
  record Leased(Delivery delivery, Instant until) implements LedgerEntry {}

  /// An attempt failed.
  record Failed(Delivery delivery, Attempt attempt, NextStep next) implements LedgerEntry {}

  /// It must not be sent any more.
  record Dropped(Delivery delivery, String reason) implements LedgerEntry {}
}
