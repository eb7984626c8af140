package syndication.ingest.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Sketch;
import syndication.ingest.nearduplicate.SketchIndex;

/// The sketches that one piece of work adds, which its own later look-ups find too.
final class SketchRows {

  /// Articles that one is compared with; the most similar come first.
  private static final int SIMILAR_MAX = 50;

  private static final String ARTICLE = "urn:uuid:";

  private final JdbcClient jdbc;
  private final SketchTable table;
  private final Map<UUID, Added> added = new LinkedHashMap<>();
  private final Set<UUID> written = new HashSet<>();
  private final Set<UUID> removed = new HashSet<>();

  SketchRows(JdbcClient jdbc, SketchTable table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  private record Added(
      UUID articleId, UUID clusterId, String sourceId, Sketch sketch, Instant at) {}

  List<NearDuplicatePolicy.Member> similar(String sourceId, Sketch sketch) {
    List<NearDuplicatePolicy.Member> all = new ArrayList<>();
    for (SketchIndex.Found it : table.index().similar(sourceId, sketch, SIMILAR_MAX)) {
      if (!added.containsKey(it.articleId()) && !removed.contains(it.articleId())) {
        all.add(member(it.articleId(), it.clusterId(), it.sketch()));
      }
    }
    for (Added it : added.values()) {
      if (!it.sourceId().equals(sourceId) && it.sketch().sharesKey(sketch)) {
        all.add(member(it.articleId(), it.clusterId(), it.sketch()));
      }
    }
    return all;
  }

  void add(String articleId, String sourceId, String clusterId, Sketch sketch, Instant now) {
    UUID id = uuid(articleId);
    added.put(id, new Added(id, uuid(clusterId), sourceId, sketch, now));
    written.remove(id);
    removed.remove(id);
  }

  /// Forgets an article, here and, once committed, everywhere.
  void remove(String articleId) {
    UUID id = uuid(articleId);
    added.remove(id);
    removed.add(id);
    jdbc.sql(
            """
            update sketches set sketch = null, shingles = 0,
              position = nextval('sketch_positions'), writer = :writer
            where article_id = :article
            """)
        .param("article", id)
        .param("writer", table.writer())
        .update();
  }

  void flush() {
    var all = new RowArrays();
    for (Added it : added.values()) {
      if (written.add(it.articleId())) {
        all.id("articles", it.articleId())
            .id("clusters", it.clusterId())
            .text("sources", it.sourceId())
            .number("shingles", (long) it.sketch().shingles())
            .bytes("sketches", it.sketch().toBytes())
            .id("writers", table.writer())
            .time("times", it.at());
      }
    }
    if (all.isEmpty()) {
      return;
    }
    all.bind(
            jdbc.sql(
                """
                insert into sketches
                  (article_id, cluster_id, source_id, shingles, sketch, writer, made_at)
                select * from unnest(:articles::uuid[], :clusters::uuid[], :sources::text[],
                  :shingles::bigint[], :sketches::bytea[], :writers::uuid[], :times::timestamptz[])
                on conflict (article_id) do update set cluster_id = excluded.cluster_id,
                  source_id = excluded.source_id, shingles = excluded.shingles,
                  sketch = excluded.sketch, position = excluded.position, writer = excluded.writer,
                  made_at = excluded.made_at
                """))
        .update();
  }

  /// The piece of work is committed.
  void committed() {
    removed.forEach(table.index()::remove);
    added
        .values()
        .forEach(
            it -> table.index().put(it.articleId(), it.clusterId(), it.sourceId(), it.sketch()));
  }

  private static NearDuplicatePolicy.Member member(UUID articleId, UUID clusterId, Sketch sketch) {
    return new NearDuplicatePolicy.Member(ARTICLE + articleId, ARTICLE + clusterId, sketch);
  }

  private static UUID uuid(String articleId) {
    if (!articleId.startsWith(ARTICLE)) {
      throw new IllegalArgumentException(
          "articleId: %s (expected: urn:uuid:…)".formatted(articleId));
    }
    return UUID.fromString(articleId.substring(ARTICLE.length()));
  }
}
