package syndication.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.normalise.Sighting;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Standing;

/// Articles, as far as one piece of work has asked for them, with what it changes.
final class ArticleRows {

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final Map<String, Row> rows = new HashMap<>();
  private final Set<String> absent = new HashSet<>();

  ArticleRows(JdbcClient jdbc, StoredJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// An article as it stands within this piece of work.
  private static final class Row {
    private boolean stored;
    private boolean stateChanged;
    private boolean sightingChanged;
    private @Nullable String sourceId;
    private @Nullable Standing standing;
    private @Nullable ArticleState state;
    private @Nullable Sighting sighting;
  }

  /// How an article was last seen, and whose it is.
  record Seen(String sourceId, Sighting sighting) {}

  /// Reads how articles were last seen. Those that are not there are remembered as such.
  void load(Collection<String> articleIds) {
    List<String> missing =
        articleIds.stream().filter(it -> !rows.containsKey(it) && !absent.contains(it)).toList();
    if (missing.isEmpty()) {
      return;
    }
    absent.addAll(missing);
    jdbc.sql(
            """
            select article_id, source_id, standing, item_id, fetch_id, title, content_hash, signature,
              shingles, seen_at
            from articles where article_id = any(:articles)
            """)
        .param("articles", missing.toArray(String[]::new))
        .query(row -> {
          String articleId = Columns.text(row, "article_id");
          absent.remove(articleId);
          Row it = rows.computeIfAbsent(articleId, _ -> new Row());
          it.stored = true;
          it.sourceId = Columns.text(row, "source_id");
          it.standing = Standing.valueOf(Columns.text(row, "standing"));
          it.sighting = sighting(row);
        });
  }

  /// Reads and locks the states of articles, in order, so that two pieces of work never wait for
  /// each other.
  void loadStates(Collection<String> articleIds) {
    String[] missing =
        articleIds.stream()
            .filter(it -> !absent.contains(it))
            .filter(it -> Optional.ofNullable(rows.get(it)).map(row -> row.state).isEmpty())
            .toArray(String[]::new);
    if (missing.length == 0) {
      return;
    }
    jdbc.sql(
            """
            select article_id, state from articles where article_id = any(:articles)
            order by article_id for update
            """)
        .param("articles", missing)
        .query(row -> {
          hold(json.state(Columns.text(row, "state")));
        });
  }

  /// Articles whose time has come and nobody else works on, locked.
  List<ArticleState> due(Instant now, int limit) {
    List<ArticleState> due =
        jdbc.sql(
                """
                select state from articles where due_at <= :now::timestamptz
                order by due_at limit :limit for update skip locked
                """)
            .param("now", now.toString())
            .param("limit", limit)
            .query((row, _) -> json.state(Columns.text(row, "state")))
            .list();
    due.forEach(this::hold);
    return due;
  }

  boolean exists(String articleId) {
    load(List.of(articleId));
    return rows.containsKey(articleId);
  }

  Optional<ArticleState> state(String articleId) {
    loadStates(List.of(articleId));
    return Optional.ofNullable(rows.get(articleId)).map(it -> it.state);
  }

  Optional<Standing> standing(String articleId) {
    load(List.of(articleId));
    return Optional.ofNullable(rows.get(articleId)).map(it -> it.standing);
  }

  /// @return empty for an article that is not there, or was made by this piece of work unseen
  Optional<Seen> seen(String articleId) {
    load(List.of(articleId));
    Row it = rows.get(articleId);
    return it == null || it.sighting == null || it.sourceId == null
        ? Optional.empty()
        : Optional.of(new Seen(it.sourceId, it.sighting));
  }

  void save(ArticleState state, @Nullable Sighting sighting) {
    Row it = rows.computeIfAbsent(state.articleId(), _ -> new Row());
    absent.remove(state.articleId());
    if (!state.equals(it.state)) {
      it.state = state;
      it.sourceId = state.sourceId();
      it.standing = state.standing();
      it.stateChanged = true;
    }
    if (sighting != null) {
      it.sighting = sighting;
      it.sightingChanged = true;
    }
  }

  void flush() {
    List<Row> fresh = new ArrayList<>();
    List<Row> changed = new ArrayList<>();
    List<Row> seen = new ArrayList<>();
    for (Row it : rows.values()) {
      if (!it.stored) {
        fresh.add(it);
      } else {
        if (it.stateChanged) {
          changed.add(it);
        }
        if (it.sightingChanged) {
          seen.add(it);
        }
      }
      it.stored = true;
      it.stateChanged = false;
      it.sightingChanged = false;
    }
    insert(fresh);
    updateStates(changed);
    updateSightings(seen);
  }

  /// Forgets what it has read, so that it is read again.
  void forget() {
    rows.clear();
    absent.clear();
  }

  private void hold(ArticleState state) {
    Row it = rows.computeIfAbsent(state.articleId(), _ -> new Row());
    it.stored = true;
    it.state = state;
    it.sourceId = state.sourceId();
    it.standing = state.standing();
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    byte[] signature = row.getBytes("signature");
    return new Sighting(
        row.getString("item_id"),
        row.getString("fetch_id"),
        row.getString("title"),
        Columns.text(row, "content_hash"),
        signature == null ? null : Signature.ofBytes(signature, row.getInt("shingles"), new int[0]),
        Columns.time(row, "seen_at"));
  }

  private void insert(List<Row> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    for (Row row : fresh) {
      ArticleState state = Objects.requireNonNull(row.state);
      Sighting sighting =
          row.sighting == null ? Sighting.unseen(state.last().receivedAt()) : row.sighting;
      state(all, state);
      sighting(all, sighting);
    }
    all.bind(
            jdbc.sql(
                """
                insert into articles (article_id, source_id, standing, revision, state, due_at,
                  item_id, fetch_id, title, content_hash, signature, shingles, seen_at)
                select * from unnest(:articles::text[], :sources::text[], :standings::text[],
                  :revisions::bigint[], :states::text[], :dues::timestamptz[], :items::text[],
                  :fetches::text[], :titles::text[], :hashes::text[], :signatures::bytea[],
                  :shingles::bigint[], :seen::timestamptz[])
                """))
        .update();
  }

  private void updateStates(List<Row> changed) {
    if (changed.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    changed.forEach(it -> state(all, Objects.requireNonNull(it.state)));
    all.bind(
            jdbc.sql(
                """
                update articles a set source_id = it.source_id, standing = it.standing,
                  revision = it.revision, state = it.state, due_at = it.due_at
                from unnest(:articles::text[], :sources::text[], :standings::text[],
                    :revisions::bigint[], :states::text[], :dues::timestamptz[])
                  as it (article_id, source_id, standing, revision, state, due_at)
                where a.article_id = it.article_id
                """))
        .update();
  }

  private void updateSightings(List<Row> seen) {
    if (seen.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    for (Row row : seen) {
      all.text("articles", articleId(row));
      sighting(all, Objects.requireNonNull(row.sighting));
    }
    all.bind(
            jdbc.sql(
                """
                update articles a set item_id = it.item_id, fetch_id = it.fetch_id,
                  title = it.title, content_hash = it.content_hash, signature = it.signature,
                  shingles = it.shingles, seen_at = it.seen_at
                from unnest(:articles::text[], :items::text[], :fetches::text[], :titles::text[],
                    :hashes::text[], :signatures::bytea[], :shingles::bigint[],
                    :seen::timestamptz[])
                  as it (article_id, item_id, fetch_id, title, content_hash, signature, shingles,
                    seen_at)
                where a.article_id = it.article_id
                """))
        .update();
  }

  private static String articleId(Row row) {
    return Objects.requireNonNull(row.state).articleId();
  }

  private void state(RowArrays all, ArticleState it) {
    all.text("articles", it.articleId())
        .text("sources", it.sourceId())
        .text("standings", it.standing().name())
        .number("revisions", it.revision())
        .text("states", json.of(it))
        .time("dues", it.due());
  }

  private static void sighting(RowArrays all, Sighting it) {
    Signature signature = it.signature();
    all.text("items", AccountRows.storable(it.itemId()))
        .text("fetches", AccountRows.storable(it.fetch()))
        .text("titles", AccountRows.storable(it.title()))
        .text("hashes", it.contentHash())
        .bytes("signatures", signature == null ? null : signature.toBytes())
        .number("shingles", signature == null ? 0L : (long) signature.shingles())
        .time("seen", it.seenAt());
  }
}
