package syndication.ingest.polling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.Unreadable;
import syndication.ingest.politeness.FeedEntries.Seen;
import syndication.ingest.source.Digests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An entry of a feed, with what it is known by.
///
/// @param json the entry in the form in which it is submitted
@SuppressWarnings("ArrayRecordComponent")
record FeedItem(Seen seen, Entry entry, byte[] json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final EntryCodec CODEC = new EntryCodec();

  /// The entries of a document, in its order.
  ///
  /// An item is known by its id and its address, as one of them may not be its own; and by its
  /// place among those that share both.
  static List<FeedItem> of(Feed document) {
    Map<String, Integer> times = new HashMap<>();
    List<FeedItem> items = new ArrayList<>();
    for (Entry entry : document.entries()) {
      byte[] json = CODEC.toJson(entry);
      String name = entry.id() + "\n" + entry.address();
      if (entry.id() == null && entry.address() == null) {
        name = entry.title() == null ? hash(content(json)) : entry.title().value();
      }
      int time = times.getOrDefault(name, 0) + 1;
      times.put(name, time);
      String key = hash((name + "\n" + time).getBytes(StandardCharsets.UTF_8));
      items.add(new FeedItem(new Seen(key, hash(content(json))), entry, json));
    }
    return items;
  }

  /// What an entry that cannot be read is known by.
  static Seen seen(Unreadable it) {
    String hash = hash((it.rule() + "\n" + it.snippet()).getBytes(StandardCharsets.UTF_8));
    return new Seen(hash, hash);
  }

  /// When it was published as the feed itself states, or `null`.
  static @Nullable Instant statedAt(Entry entry) {
    return entry.dates().quality() == DateQuality.STATED ? entry.dates().effective() : null;
  }

  // What an entry says, without where it stood in the feed and when we saw it.
  private static byte[] content(byte[] json) {
    ObjectNode it = (ObjectNode) JSON.readTree(json);
    it.remove("position");
    if (it.get("dates") instanceof ObjectNode dates) {
      dates.remove("effective");
      dates.remove("quality");
    }
    it.remove("problems");
    return JSON.writeValueAsBytes(it);
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256(bytes));
  }
}
