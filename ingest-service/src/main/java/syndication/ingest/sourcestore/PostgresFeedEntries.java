package syndication.ingest.sourcestore;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.politeness.FeedEntries;
import syndication.ingest.source.SourceId;

/// The bytes of each entry of each feed as they were last seen, as hashes.
final class PostgresFeedEntries implements FeedEntries {

  private final JdbcClient jdbc;

  PostgresFeedEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, String> known(SourceId source, Collection<String> keys) {
    Map<String, String> known = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.sql(
              """
              select encode(entry_key, 'hex') as key, encode(content_hash, 'hex') as content
              from feed_entries
              where source_id = :source and entry_key = any(:keys)
              """)
          .param("source", source.value())
          .param("keys", bytes(keys))
          .query(row -> {
            known.put(Rows.text(row, "key"), Rows.text(row, "content"));
          });
    }
    return known;
  }

  @Override
  public void seen(SourceId source, List<Seen> entries, Instant now, Instant forgetBefore) {
    if (!entries.isEmpty()) {
      jdbc.sql(
              """
              insert into feed_entries (source_id, entry_key, content_hash, seen_at)
              select :source, key, content, :now
              from unnest(cast(:keys as bytea[]), cast(:contents as bytea[])) as it (key, content)
              on conflict (source_id, entry_key)
                do update set content_hash = excluded.content_hash, seen_at = excluded.seen_at
              """)
          .param("source", source.value())
          .param("now", PostgresSources.utc(now))
          .param("keys", bytes(entries.stream().map(Seen::key).toList()))
          .param("contents", bytes(entries.stream().map(Seen::content).toList()))
          .update();
    }
    jdbc.sql("delete from feed_entries where source_id = :source and seen_at < :before")
        .param("source", source.value())
        .param("before", PostgresSources.utc(forgetBefore))
        .update();
  }

  private static byte[][] bytes(Collection<String> hashes) {
    return hashes.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
  }
}
