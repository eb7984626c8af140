package syndication.publish.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import syndication.publish.signing.SigningSecret;

/// The subscriptions we know, durable.
public interface Subscriptions {

  /// @return false when the partner is not known
  boolean add(Subscription subscription);

  List<Subscription> all();

  List<Subscription> of(String partnerId);

  Optional<Subscription> find(String id);

  /// Replaces all but id, partner, secrets and state.
  ///
  /// @return false when there is none of this id
  boolean change(Subscription subscription);

  /// @return false when there is none of this id
  boolean changeState(String id, Subscription.State state);

  /// Adds a secret; the others of its scheme go on until `overlapEnds`.
  void rotate(String id, SigningSecret added, Instant createdAt, Instant overlapEnds);

  /// Forgets the subscription, its deliveries and receipts.
  ///
  /// @return false when there is none of this id
  boolean remove(String id);

  /// Grows with every change, so that a reader knows when to read again.
  long version();
}
