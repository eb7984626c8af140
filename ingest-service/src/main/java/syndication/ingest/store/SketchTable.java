package syndication.ingest.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.nearduplicate.Sketch;
import syndication.ingest.nearduplicate.SketchIndex;

/// The stored sketches, and the index that follows them: what this instance writes is in the index
/// once it is committed, what other instances write a moment later. Safe for use by several
/// threads.
final class SketchTable {

  /// How far the index may lag behind other instances; what two of them publish within it may miss
  /// each other.
  private static final Duration FOLLOWED_EVERY = Duration.ofSeconds(1);

  /// How long a transaction may take from drawing its positions to its commit, so that they are
  /// still looked for.
  private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(30);

  private static final int ROWS_TOGETHER_MAX = 5000;

  private final JdbcClient jdbc;
  private final SketchIndex index;
  private final int articlesMax;
  private final UUID writer = UUID.randomUUID();
  private final Deque<Followed> followed = new ArrayDeque<>();
  private final Set<Long> entered = new HashSet<>();
  private boolean filled;
  private long settled;

  SketchTable(JdbcClient jdbc, int articlesMax) {
    this.jdbc = jdbc;
    this.articlesMax = articlesMax;
    this.index = new SketchIndex(articlesMax);
  }

  /// @param sketch `null` when the article was taken down
  private record Row(
      long position, UUID articleId, UUID clusterId, String sourceId, @Nullable Sketch sketch) {}

  /// How far had been read, and when.
  private record Followed(long nanos, long position) {}

  SketchIndex index() {
    return index;
  }

  UUID writer() {
    return writer;
  }

  /// Brings the index up to what is stored; the first time that is all of it.
  synchronized void follow() {
    long now = System.nanoTime();
    if (!followed.isEmpty() && now - followed.getLast().nanos() < FOLLOWED_EVERY.toNanos()) {
      return;
    }
    if (!filled) {
      settled = newest() - articlesMax;
    }
    // Positions are drawn before they are committed: some may still come below those that came.
    while (!followed.isEmpty() && now - followed.getFirst().nanos() > COMMITTED_WITHIN.toNanos()) {
      settled = followed.removeFirst().position();
      entered.removeIf(it -> it <= settled);
    }
    long from = settled;
    List<Row> rows = rows(from);
    while (!rows.isEmpty()) {
      rows.stream().filter(it -> entered.add(it.position())).forEach(this::enter);
      from = rows.getLast().position();
      if (!filled) {
        settled = Math.max(settled, from - ROWS_TOGETHER_MAX);
        entered.removeIf(it -> it <= settled);
      }
      rows = rows.size() < ROWS_TOGETHER_MAX ? List.of() : rows(from);
    }
    filled = true;
    followed.addLast(new Followed(now, from));
  }

  private void enter(Row it) {
    if (it.sketch() == null) {
      index.remove(it.articleId());
    } else {
      index.put(it.articleId(), it.clusterId(), it.sourceId(), it.sketch());
    }
  }

  private long newest() {
    return jdbc.sql("select coalesce(max(position), 0) from sketches").query(Long.class).single();
  }

  private List<Row> rows(long from) {
    return jdbc.sql(
            """
            select position, article_id, cluster_id, source_id, shingles, sketch from sketches
            where position > :from and writer <> :writer order by position limit :limit
            """)
        .param("from", from)
        .param("writer", writer)
        .param("limit", ROWS_TOGETHER_MAX)
        .query((row, _) -> {
          byte[] sketch = row.getBytes("sketch");
          return new Row(
              row.getLong("position"),
              UUID.fromString(Columns.text(row, "article_id")),
              UUID.fromString(Columns.text(row, "cluster_id")),
              Columns.text(row, "source_id"),
              sketch == null ? null : Sketch.ofBytes(sketch, row.getInt("shingles")));
        })
        .list();
  }
}
