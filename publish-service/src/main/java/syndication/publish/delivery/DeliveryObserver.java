package syndication.publish.delivery;

/// Told of every attempt, for metrics and for `deliveries.attempted`. It must not throw and not
/// wait.
public interface DeliveryObserver {

  /// An attempt ended; nothing is durable yet.
  void attempted(Delivery delivery, Attempt attempt);

  /// What became of a delivery is durable.
  void recorded(LedgerEntry entry);
}
