package syndication.ingest.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.Outgoing;
import syndication.ingest.revision.Revision;

/// Events that Kafka has not confirmed yet, made from what is stored.
final class Outbox {

  /// Names of one kind that an event carries: whoever needs more asks for the trace.
  private static final int NAMES_MAX = 100;

  private final JdbcClient jdbc;
  private final StoredJson json;

  Outbox(JdbcClient jdbc, StoredJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @param state of the revision it speaks of, or `null` when it speaks of none or it is erased
  private record Row(
      long position, NoticeKind kind, String name, long revision, @Nullable String state) {}

  private record Names(List<String> addresses, List<String> itemIds) {
    Names() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /// The events of these lanes, in order.
  List<Outgoing> unconfirmed(Collection<String> lanes) {
    List<Row> rows =
        jdbc.sql(
                """
                select o.position, o.kind, o.name, o.revision, r.state
                from outbox o left join revisions r on o.kind in ('REVISION', 'WITHDRAWAL')
                  and r.article_id = o.name and r.revision = o.revision
                where o.lane = any(:lanes) order by o.position
                """)
            .param("lanes", lanes.toArray(String[]::new))
            .query((row, _) ->
                new Row(
                    row.getLong("position"),
                    NoticeKind.valueOf(Columns.text(row, "kind")),
                    Columns.text(row, "name"),
                    row.getLong("revision"),
                    row.getString("state")))
            .list();
    Set<String> articles = new LinkedHashSet<>();
    rows.stream().filter(it -> it.state() != null).forEach(it -> articles.add(it.name()));
    Map<String, Names> names = names(articles);
    List<Outgoing> all = new ArrayList<>();
    for (Row it : rows) {
      event(it, names.getOrDefault(it.name(), new Names()))
          .ifPresent(event -> all.add(new Outgoing(it.position(), event)));
    }
    return all;
  }

  private Optional<? extends Event> event(Row it, Names names) {
    return switch (it.kind()) {
      case REVISION ->
          revision(it).map(r -> new Event.Revised(r, names.addresses(), names.itemIds()));
      case WITHDRAWAL -> revision(it).map(r -> new Event.Withdrawn(r, names.addresses()));
      case QUARANTINE ->
          QuarantineRows.find(jdbc, json, it.name()).map(Event.SubmissionQuarantined::new);
      case ERASED_REVISION -> Optional.of(new Event.RevisionErased(it.name(), it.revision()));
      case ERASED_SUBMISSION -> Optional.of(new Event.SubmissionErased(it.name()));
    };
  }

  private Optional<Revision> revision(Row it) {
    return Optional.ofNullable(it.state()).map(json::revision);
  }

  private Map<String, Names> names(Set<String> articles) {
    if (articles.isEmpty()) {
      return Map.of();
    }
    Map<String, Names> all = new HashMap<>();
    jdbc.sql(
            """
            select asked.article_id, asked.kind, named.shown
            from (select article_id, kind from unnest(:articles::text[]) article_id
                  cross join unnest(array[:address, :item]::smallint[]) kind) asked
            cross join lateral (
              select shown from identity_keys k
              where k.article_id = asked.article_id and k.kind = asked.kind and shown <> ''
              order by first_seen_at, value limit :limit) named
            """)
        .param("articles", articles.toArray(String[]::new))
        .param("address", IdentityKey.Kind.ADDRESS.rank())
        .param("item", IdentityKey.Kind.ITEM.rank())
        .param("limit", NAMES_MAX)
        .query(row -> {
          Names names = all.computeIfAbsent(Columns.text(row, "article_id"), _ -> new Names());
          boolean address = row.getInt("kind") == IdentityKey.Kind.ADDRESS.rank();
          (address ? names.addresses() : names.itemIds()).add(Columns.text(row, "shown"));
        });
    return all;
  }
}
