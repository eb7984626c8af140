package syndication.ingest.politeness;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import syndication.ingest.source.SourceId;

/// The bytes of each entry of each feed as they were last seen, as hashes.
public interface FeedEntries {

  /// @param key hex hash of the entry's identity within its feed
  /// @param content hex hash of its bytes
  record Seen(String key, String content) {}

  /// The known content by key.
  Map<String, String> known(SourceId source, Collection<String> keys);

  /// Remembers what was seen now, and forgets what was not seen for long.
  ///
  /// @param forgetBefore entries last seen before this are forgotten
  void seen(SourceId source, List<Seen> entries, Instant now, Instant forgetBefore);
}
