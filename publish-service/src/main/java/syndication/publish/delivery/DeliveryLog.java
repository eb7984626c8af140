package syndication.publish.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of deliveries, for operators. All methods throw [StoreUnavailableException] when the
/// store does not answer.
public interface DeliveryLog {

  /// The newest first.
  ///
  /// @param before only what was updated before, or `null`
  List<Entry> list(Query query, @Nullable Instant before, int max);

  Optional<Entry> find(String deliveryId);

  /// In order. A delivery that succeeded at once has none: its entry tells all.
  List<AttemptEntry> attempts(String deliveryId);

  List<Counts> counts();

  /// Parks a delivery again, due at once, if the store has what it sends.
  Resend resend(String deliveryId, Instant now);

  /// Forgets at most `max` of what ended before; receipts stay.
  ///
  /// @return how many rows went
  int forget(Instant before, int max);

  /// Each `null` means any.
  record Query(
      @Nullable String partnerId,
      @Nullable String subscriptionId,
      @Nullable String articleId,
      @Nullable String state) {}

  /// @param state `parked`, `delivered`, `superseded` or `dead-lettered`
  /// @param dueAt when it is tried next, or `null` when it is not
  record Entry(
      String deliveryId,
      String partnerId,
      String subscriptionId,
      String articleId,
      long revision,
      String eventType,
      String state,
      int attempts,
      @Nullable Integer lastStatus,
      @Nullable String lastReason,
      @Nullable Instant dueAt,
      @Nullable Long durationMillis,
      Instant updatedAt,
      String traceId) {}

  record AttemptEntry(
      int attempt,
      Instant attemptedAt,
      String outcome,
      @Nullable Integer status,
      @Nullable String reason,
      @Nullable String answer,
      long durationMillis,
      @Nullable Instant nextAttemptAt) {}

  /// @param oldestParkedAt when the delivery that waits longest was parked, or `null`
  record Counts(
      String partnerId,
      String subscriptionId,
      long delivered,
      long withdrawn,
      long parked,
      long superseded,
      long deadLettered,
      @Nullable Instant oldestParkedAt) {}

  /// What came of the wish to send again.
  sealed interface Resend {
    record Parked(String subscriptionId) implements Resend {}

    /// The store has no payload any more; the article may still lie in its topic.
    record FromLog(
        String subscriptionId, String articleId, EventType type, @Nullable LogPosition position)
        implements Resend {}

    record Superseded(String reason) implements Resend {}

    record Unknown() implements Resend {}
  }
}
