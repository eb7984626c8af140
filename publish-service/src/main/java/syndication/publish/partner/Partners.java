package syndication.publish.partner;

import java.util.List;
import java.util.Optional;

/// The partners we know, durable.
public interface Partners {

  /// @return false when the id is taken
  boolean add(Partner partner);

  List<Partner> all();

  Optional<Partner> find(String id);

  /// @return false when there is none of this id
  boolean rename(String id, String name);

  /// Forgets the partner, its subscriptions, their deliveries and receipts.
  ///
  /// @return false when there is none of this id
  boolean remove(String id);
}
