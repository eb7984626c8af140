package syndication.ingest.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.IdentityKey;

/// The names of articles, as far as one piece of work has asked for them, with those it adds.
final class NameRows {

  /// Articles of one name, newest first: a feed may give one id to all of its entries.
  private static final int ARTICLES_OF_NAME_MAX = 20;

  /// Names of one article that are compared, newest first: ids that change at every fetch pile up.
  private static final int NAMES_OF_ARTICLE_MAX = 200;

  private final JdbcClient jdbc;
  private final Set<UUID> asked = new HashSet<>();
  private final Map<UUID, Map<String, IdentityKey.Kind>> articlesByName = new HashMap<>();
  private final Map<String, List<IdentityKey>> namesByArticle = new HashMap<>();
  private final List<Added> added = new ArrayList<>();

  NameRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Added(String articleId, IdentityKey key, Instant at) {}

  /// How one article agrees with names that were asked for.
  ///
  /// @param strongest of the names that agree
  record Agreement(String articleId, IdentityKey.Kind strongest, int agreeing) {}

  /// Articles known by at least one of the names.
  Collection<Agreement> agreeing(Collection<IdentityKey> keys) {
    load(keys.stream().map(IdentityKey::value).toList());
    Map<String, Agreement> all = new LinkedHashMap<>();
    for (UUID name : new LinkedHashSet<>(keys.stream().map(IdentityKey::value).toList())) {
      articlesByName
          .getOrDefault(name, Map.of())
          .forEach((articleId, kind) ->
              all.merge(articleId, new Agreement(articleId, kind, 1), NameRows::both));
    }
    return all.values();
  }

  List<IdentityKey> namesOf(String articleId) {
    return namesByArticle.getOrDefault(articleId, List.of());
  }

  void add(String articleId, Collection<IdentityKey> keys, Instant now) {
    List<IdentityKey> names = namesByArticle.computeIfAbsent(articleId, _ -> new ArrayList<>());
    for (IdentityKey key : keys) {
      if (names.stream().noneMatch(it -> it.value().equals(key.value()))) {
        names.add(key);
        articlesByName
            .computeIfAbsent(key.value(), _ -> new LinkedHashMap<>())
            .put(articleId, key.kind());
        added.add(new Added(articleId, key, now));
      }
    }
  }

  void flush() {
    if (added.isEmpty()) {
      return;
    }
    var rows = new RowArrays();
    for (Added it : added) {
      rows.number("kinds", (long) it.key().kind().rank())
          .id("names", it.key().value())
          .text("articles", it.articleId())
          .text("shown", AccountRows.storable(it.key().shown()))
          .time("seen", it.at());
    }
    rows.bind(
            jdbc.sql(
                """
                insert into identity_keys (kind, value, article_id, shown, first_seen_at)
                select * from unnest(:kinds::bigint[], :names::uuid[], :articles::text[],
                  :shown::text[], :seen::timestamptz[])
                on conflict do nothing
                """))
        .update();
    added.clear();
  }

  /// Forgets what it has read, so that it is read again.
  void forget() {
    asked.clear();
    articlesByName.clear();
    namesByArticle.clear();
  }

  private void load(Collection<UUID> names) {
    UUID[] missing = names.stream().filter(asked::add).toArray(UUID[]::new);
    if (missing.length == 0) {
      return;
    }
    Set<String> articles = new LinkedHashSet<>();
    jdbc.sql(
            """
            select found.kind, found.value, found.article_id
            from unnest(:names::uuid[]) asked (value) cross join lateral (
              select kind, value, article_id from identity_keys k where k.value = asked.value
              order by first_seen_at desc limit :limit) found
            """)
        .param("names", missing)
        .param("limit", ARTICLES_OF_NAME_MAX)
        .query(row -> {
          articlesByName
              .computeIfAbsent(
                  UUID.fromString(Columns.text(row, "value")), _ -> new LinkedHashMap<>())
              .put(Columns.text(row, "article_id"), IdentityKey.Kind.ofRank(row.getInt("kind")));
          articles.add(Columns.text(row, "article_id"));
        });
    articles.removeAll(namesByArticle.keySet());
    if (!articles.isEmpty()) {
      loadNames(articles);
    }
  }

  private void loadNames(Set<String> articles) {
    jdbc.sql(
            """
            select named.article_id, named.kind, named.value, named.shown
            from unnest(:articles::text[]) asked (article_id) cross join lateral (
              select article_id, kind, value, shown from identity_keys k
              where k.article_id = asked.article_id
              order by first_seen_at desc, value limit :limit) named
            """)
        .param("articles", articles.toArray(String[]::new))
        .param("limit", NAMES_OF_ARTICLE_MAX)
        .query(row -> {
          namesByArticle
              .computeIfAbsent(Columns.text(row, "article_id"), _ -> new ArrayList<>())
              .add(
                  new IdentityKey(
                      IdentityKey.Kind.ofRank(row.getInt("kind")),
                      UUID.fromString(Columns.text(row, "value")),
                      Columns.text(row, "shown")));
        });
  }

  private static Agreement both(Agreement one, Agreement other) {
    return new Agreement(
        one.articleId(),
        one.strongest().rank() <= other.strongest().rank() ? one.strongest() : other.strongest(),
        one.agreeing() + other.agreeing());
  }
}
