package syndication.ingest.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The registered sources, and the hashes of their keys.
public interface Sources {

  Optional<Source> find(SourceId id);

  /// In the order of their ids.
  ///
  /// @param after id to go on after, empty from the beginning
  List<Source> list(String after, int limit);

  /// The source that registered a feed's address, if one did.
  Optional<Source> byFeed(URI feedUrl);

  /// @return whether it was added; not, when the id is taken
  boolean add(Source source);

  void update(Source source);

  /// Whose key this is; empty when it is nobody's, or no longer valid.
  Optional<Source> authenticate(ApiKey key, Instant now);

  /// Adds a key; those before it go on working for a while.
  ///
  /// @param oldUntil until when the keys before it work
  void addKey(ApiKey key, Instant now, Instant oldUntil);

  /// Ends all keys of a source at once.
  void endKeys(SourceId id);
}
