package syndication.publish.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle.Version;

/// What the engine remembers. All methods throw [StoreUnavailableException] when the store does not
/// answer; calling again is harmless.
public interface DeliveryStore {

  /// What is known of these articles.
  Known known(Collection<String> articleIds);

  /// Makes all entries durable at once, in order.
  ///
  /// @return subscriptions that got something to send by it: an article they took meanwhile was
  ///   withdrawn
  Set<String> record(List<LedgerEntry> entries, Instant now);

  /// Withdraws an article: nothing of it up to this revision leaves the store any more, and
  /// everyone who took any of it has a delivery, leased until `leaseUntil`.
  ///
  /// @return those deliveries
  List<Delivery> withdraw(Withdrawal withdrawal, Instant now, Instant leaseUntil);

  void remember(Withdrawn withdrawn);

  /// Those that any instance recorded since, the latest first.
  List<Withdrawn> withdrawnSince(Instant time, int max);

  /// Leases deliveries of a subscription that are due, withdrawals first.
  List<Delivery> claim(String subscriptionId, int max, Instant now, Instant leaseUntil);

  /// When the next delivery of a subscription is due, or `null` when none is parked.
  @Nullable Instant nextDue(String subscriptionId);

  /// What waits, by subscription; those without any are left out.
  Map<String, Backlog> backlogs();

  /// @param receipts by article, then by subscription
  /// @param waiting by article, then by subscription: the latest version that waits, or that
  ///   somebody has on its way
  record Known(
      Map<String, Map<String, Receipt>> receipts,
      Map<String, Withdrawn> withdrawn,
      Map<String, Map<String, Version>> waiting) {

    @Nullable Receipt receipt(String articleId, String subscriptionId) {
      return receipts.getOrDefault(articleId, Map.of()).get(subscriptionId);
    }

    @Nullable Version waiting(String articleId, String subscriptionId) {
      return waiting.getOrDefault(articleId, Map.of()).get(subscriptionId);
    }
  }

  /// @param oldest when the delivery that waits longest was parked
  record Backlog(long parked, Instant nextDue, Instant oldest) {}
}
