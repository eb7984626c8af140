package syndication.ingest.websub;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.source.SourceId;

/// The subscriptions, shared by all instances: at most one of a source that is not being ended.
public interface Subscriptions {

  /// A subscription that is due.
  ///
  /// @param wanted whether its source still takes what is pushed
  record Due(Subscription subscription, boolean wanted) {}

  /// @return whether it was added; not, when the source has one
  boolean add(Subscription subscription);

  Optional<Subscription> find(String token);

  /// That of a source, unless it is being ended.
  Optional<Subscription> of(SourceId source);

  Map<SourceId, Subscription> all(Collection<SourceId> sources);

  /// Changes one, nobody else changing it at the same time.
  ///
  /// @param change returns `null` to delete it; is called with what is kept at that time
  /// @return how it was before; empty when there is none
  Optional<Subscription> change(String token, Change change);

  /// Takes those that are due, or whose source takes nothing any more, and that nobody holds.
  List<Due> leaseDue(String owner, Instant now, Duration lease, int limit);

  /// Lets go.
  void release(String token, String owner);

  /// What becomes of one.
  @FunctionalInterface
  interface Change {
    @Nullable Subscription of(Subscription before);
  }
}
