package syndication.publish.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import syndication.publish.replay.Replay;
import syndication.publish.replay.Replays;

/// The replays, in PostgreSQL.
final class PostgresReplays implements Replays {

  private static final String SELECT =
      """
      select id, subscription_id, since, until, article_id, dry_run, state, examined, sent,
        requested_at
      from replays
      """;

  private final Postgres postgres;

  PostgresReplays(Postgres postgres) {
    this.postgres = postgres;
  }

  @Override
  public void save(Replay it) {
    postgres.answering(() ->
        postgres
            .jdbc()
            .update(
                """
                insert into replays (id, subscription_id, since, until, article_id, dry_run,
                  state, examined, sent, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set state = excluded.state,
                  examined = excluded.examined, sent = excluded.sent
                """,
                it.id(),
                it.subscriptionId(),
                Timestamp.from(it.since()),
                Postgres.time(it.until()),
                it.articleId(),
                it.dryRun(),
                it.state().name(),
                it.examined(),
                it.sent(),
                Timestamp.from(it.requestedAt())));
  }

  @Override
  public Optional<Replay> find(String id) {
    return postgres.answering(() ->
        postgres.jdbc().query(SELECT + "where id = ?", PostgresReplays::replay, id).stream()
            .findFirst());
  }

  @Override
  public List<Replay> running() {
    return postgres.answering(
        () -> postgres.jdbc().query(SELECT + "where state = 'RUNNING'", PostgresReplays::replay));
  }

  private static Replay replay(ResultSet row, int number) throws SQLException {
    return new Replay(
        DeliveryRows.text(row, "id"),
        DeliveryRows.text(row, "subscription_id"),
        DeliveryRows.instant(row, "since"),
        Postgres.instant(row.getTimestamp("until")),
        row.getString("article_id"),
        row.getBoolean("dry_run"),
        Replay.State.valueOf(DeliveryRows.text(row, "state")),
        row.getLong("examined"),
        row.getLong("sent"),
        DeliveryRows.instant(row, "requested_at"));
  }
}
