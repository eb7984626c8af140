package syndication.ingest.sourcestore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.ingest.source.SourceId;
import syndication.ingest.websub.Subscription;
import syndication.ingest.websub.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/// The subscriptions at hubs, shared by all instances.
final class PostgresSubscriptions implements Subscriptions {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  PostgresSubscriptions(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  public boolean add(Subscription it) {
    return jdbc.sql(
                """
                insert into subscriptions (token, source_id, ending, due_at, state)
                values (:token, :source, :ending, :due, :state::jsonb)
                on conflict do nothing
                """)
            .param("source", it.source().value())
            .params(columns(it))
            .update()
        == 1;
  }

  @Override
  public Optional<Subscription> find(String token) {
    return jdbc.sql("select state from subscriptions where token = :token")
        .param("token", token)
        .query(this::subscription)
        .optional();
  }

  @Override
  public Optional<Subscription> of(SourceId source) {
    return Optional.ofNullable(all(List.of(source)).get(source));
  }

  @Override
  public Map<SourceId, Subscription> all(Collection<SourceId> sources) {
    Map<SourceId, Subscription> found = new HashMap<>();
    if (!sources.isEmpty()) {
      jdbc.sql("select state from subscriptions where not ending and source_id in (:sources)")
          .param("sources", sources.stream().map(SourceId::value).toList())
          .query(this::subscription)
          .list()
          .forEach(it -> found.put(it.source(), it));
    }
    return found;
  }

  @Override
  public Optional<Subscription> change(String token, Change change) {
    Optional<Subscription> before =
        transaction.execute(_ -> {
          Optional<Subscription> it =
              jdbc.sql("select state from subscriptions where token = :token for update")
                  .param("token", token)
                  .query(this::subscription)
                  .optional();
          it.ifPresent(found -> write(found, change.of(found)));
          return it;
        });
    return before == null ? Optional.empty() : before;
  }

  @Override
  public List<Due> leaseDue(String owner, Instant now, Duration lease, int limit) {
    return jdbc.sql(
            """
            update subscriptions t set lease_owner = :owner, lease_until = :until
            from sources s
            where s.id = t.source_id and t.token in (
              select u.token from subscriptions u join sources o on o.id = u.source_id
              where (u.due_at <= :now or (o.state <> 'ACTIVE' and not u.ending))
                and (u.lease_until is null or u.lease_until <= :now)
              order by u.due_at limit :limit
              for update of u skip locked)
            returning t.state, s.state = 'ACTIVE' as wanted
            """)
        .param("owner", owner)
        .param("until", PostgresSources.utc(now.plus(lease)))
        .param("now", PostgresSources.utc(now))
        .param("limit", limit)
        .query((row, number) -> new Due(subscription(row, number), row.getBoolean("wanted")))
        .list();
  }

  @Override
  public void release(String token, String owner) {
    jdbc.sql(
            """
            update subscriptions set lease_owner = null, lease_until = null
            where token = :token and lease_owner = :owner
            """)
        .param("token", token)
        .param("owner", owner)
        .update();
  }

  private void write(Subscription before, @Nullable Subscription after) {
    if (after == null) {
      jdbc.sql("delete from subscriptions where token = :token")
          .param("token", before.token())
          .update();
    } else if (!after.equals(before)) {
      jdbc.sql(
              """
              update subscriptions set ending = :ending, due_at = :due, state = :state::jsonb
              where token = :token
              """)
          .params(columns(after))
          .update();
    }
  }

  private Map<String, Object> columns(Subscription it) {
    return Map.of(
        "token", it.token(),
        "ending", it.stage() == Subscription.Stage.ENDING,
        "due", PostgresSources.utc(it.dueAt()),
        "state", json.writeValueAsString(it));
  }

  private Subscription subscription(ResultSet row, int number) throws SQLException {
    return json.readValue(Rows.text(row, "state"), Subscription.class);
  }
}
