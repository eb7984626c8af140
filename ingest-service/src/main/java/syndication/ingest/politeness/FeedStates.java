package syndication.ingest.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import syndication.ingest.source.SourceId;

/// What polling remembers of each feed, and who is at it: one poller a feed, however many instances
/// run.
public interface FeedStates {

  /// A feed that one poller holds.
  record Leased(SourceId source, PollState state) {}

  /// Puts a feed in, or begins anew with the one that is there.
  void begin(SourceId source, PollState state);

  Optional<PollState> find(SourceId source);

  Map<SourceId, PollState> all(Collection<SourceId> sources);

  /// Takes feeds that are due and that nobody holds, the longest waiting first.
  ///
  /// @param owner who takes them
  List<Leased> leaseDue(String owner, Instant now, Duration lease, int limit);

  /// Takes one feed whether it is due or not; empty when somebody holds it.
  Optional<Leased> lease(SourceId source, String owner, Instant now, Duration lease);

  /// Keeps what a poll came to, and lets go.
  ///
  /// @return whether the feed was still ours and is still the one that was asked
  boolean save(SourceId source, String owner, PollState state);

  /// Lets go without a result.
  void release(SourceId source, String owner);
}
