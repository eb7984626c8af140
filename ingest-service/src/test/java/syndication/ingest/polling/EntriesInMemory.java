package syndication.ingest.polling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import syndication.ingest.politeness.FeedEntries;
import syndication.ingest.source.SourceId;

/// Entries as one instance in memory would remember them.
final class EntriesInMemory implements FeedEntries {

  private final Map<String, String> contents = new HashMap<>();

  @Override
  public Map<String, String> known(SourceId source, Collection<String> keys) {
    Map<String, String> known = new HashMap<>();
    for (String key : keys) {
      String content = contents.get(source + key);
      if (content != null) {
        known.put(key, content);
      }
    }
    return known;
  }

  @Override
  public void seen(SourceId source, List<Seen> entries, Instant now, Instant forgetBefore) {
    entries.forEach(it -> contents.put(source + it.key(), it.content()));
  }
}
