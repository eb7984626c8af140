package syndication.publish.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.delivery.EventType;

/// What became of deliveries, from PostgreSQL: receipts for what was taken, deliveries for the
/// rest.
final class PostgresDeliveryLog implements DeliveryLog {

  private static final String COLUMNS =
      """
      delivery_id, partner_id, subscription_id, article_id, revision, event_type, state, attempts,
      status, reason, due_at, duration_millis, updated_at, trace_id
      """;

  private static final String DELIVERIES =
      """
      select delivery_id, partner_id, subscription_id, article_id, revision, event_type, state,
        attempts, status, reason, case when state = 'PARKED' then due_at end as due_at,
        null::bigint as duration_millis, updated_at, trace_id
      from deliveries
      """;

  private static final String RECEIPTS =
      """
      select delivery_id, partner_id, subscription_id, article_id, revision, event_type,
        'DELIVERED' as state, attempts, status, null as reason, null::timestamptz as due_at,
        duration_millis, delivered_at as updated_at, trace_id
      from receipts
      """;

  private final Postgres postgres;

  PostgresDeliveryLog(Postgres postgres) {
    this.postgres = postgres;
  }

  @Override
  public List<Entry> list(Query query, @Nullable Instant before, int max) {
    String state =
        query.state() == null ? null : query.state().toUpperCase(Locale.ROOT).replace('-', '_');
    List<Object> parameters = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    if (!"DELIVERED".equals(state)) {
      parts.add(part(DELIVERIES, "updated_at", query, state, before, max, parameters));
    }
    if (state == null || state.equals("DELIVERED")) {
      parts.add(part(RECEIPTS, "delivered_at", query, null, before, max, parameters));
    }
    parameters.add(max);
    String sql =
        "select "
            + COLUMNS
            + " from ("
            + String.join(" union all ", parts)
            + ") u order by updated_at desc limit ?";
    return postgres.answering(
        () -> postgres.jdbc().query(sql, PostgresDeliveryLog::entry, parameters.toArray()));
  }

  @Override
  public Optional<Entry> find(String deliveryId) {
    return postgres.answering(() ->
        postgres
            .jdbc()
            .query(
                "%s where delivery_id = ? union all %s where delivery_id = ?"
                    .formatted(DELIVERIES, RECEIPTS),
                PostgresDeliveryLog::entry,
                deliveryId,
                deliveryId)
            .stream()
            .findFirst());
  }

  @Override
  public List<AttemptEntry> attempts(String deliveryId) {
    return postgres.answering(() ->
        postgres
            .jdbc()
            .query(
                """
                select attempt, attempted_at, outcome, status, reason, answer,
                  duration_millis, next_attempt_at
                from attempts where delivery_id = ? order by attempted_at
                """,
                (row, _) ->
                    new AttemptEntry(
                        row.getInt("attempt"),
                        DeliveryRows.instant(row, "attempted_at"),
                        DeliveryRows.text(row, "outcome"),
                        row.getObject("status", Integer.class),
                        row.getString("reason"),
                        row.getString("answer"),
                        row.getLong("duration_millis"),
                        Postgres.instant(row.getTimestamp("next_attempt_at"))),
                deliveryId));
  }

  @Override
  public List<Counts> counts() {
    return postgres.answering(() ->
        postgres
            .jdbc()
            .query(
                """
                select s.partner_id, s.id as subscription_id,
                  coalesce(r.delivered, 0) as delivered, coalesce(r.withdrawn, 0) as withdrawn,
                  coalesce(d.parked, 0) as parked, coalesce(d.superseded, 0) as superseded,
                  coalesce(d.dead, 0) as dead, d.oldest
                from subscriptions s
                left join (
                  select subscription_id,
                    count(*) filter (where event_type <> 'article.withdrawn') as delivered,
                    count(*) filter (where event_type = 'article.withdrawn') as withdrawn
                  from receipts group by 1) r on r.subscription_id = s.id
                left join (
                  select subscription_id,
                    count(*) filter (where state = 'PARKED') as parked,
                    count(*) filter (where state = 'SUPERSEDED') as superseded,
                    count(*) filter (where state = 'DEAD_LETTERED') as dead,
                    min(created_at) filter (where state = 'PARKED') as oldest
                  from deliveries group by 1) d on d.subscription_id = s.id
                order by 1, 2
                """,
                (row, _) ->
                    new Counts(
                        DeliveryRows.text(row, "partner_id"),
                        DeliveryRows.text(row, "subscription_id"),
                        row.getLong("delivered"),
                        row.getLong("withdrawn"),
                        row.getLong("parked"),
                        row.getLong("superseded"),
                        row.getLong("dead"),
                        Postgres.instant(row.getTimestamp("oldest")))));
  }

  @Override
  public Resend resend(String deliveryId, Instant now) {
    return postgres.inTransaction(() -> {
      Optional<Entry> found = find(deliveryId);
      if (found.isEmpty()) {
        return new Resend.Unknown();
      }
      Entry entry = found.get();
      return switch (entry.state()) {
        case "delivered" -> resendTaken(entry, now);
        case "superseded" -> new Resend.Superseded(String.valueOf(entry.lastReason()));
        default -> {
          postgres
              .jdbc()
              .update(
                  """
                  update deliveries set state = 'PARKED', attempts = 0, due_at = ?,
                    updated_at = ?
                  where delivery_id = ?
                  """,
                  Timestamp.from(now),
                  Timestamp.from(now),
                  deliveryId);
          yield new Resend.Parked(entry.subscriptionId());
        }
      };
    });
  }

  @Override
  public int forget(Instant before, int max) {
    return postgres.answering(() -> {
      Timestamp time = Timestamp.from(before);
      int gone =
          postgres
              .jdbc()
              .update(
                  """
                  delete from deliveries where delivery_id in (
                    select delivery_id from deliveries
                    where state <> 'PARKED' and updated_at < ? limit ?)
                  """,
                  time,
                  max);
      gone +=
          postgres
              .jdbc()
              .update(
                  """
                  delete from attempts where ctid in (
                    select ctid from attempts where attempted_at < ? limit ?)
                  """,
                  time,
                  max);
      return gone + forgetPayloads(time, max);
    });
  }

  // A payload is kept as long as a delivery may send it.
  private int forgetPayloads(Timestamp before, int max) {
    return postgres
        .jdbc()
        .update(
            """
            delete from payloads where ctid in (
              select p.ctid from payloads p
              where p.created_at < ? and not exists (
                select 1 from deliveries d
                where d.article_id = p.article_id and d.revision = p.revision
                  and d.enrichment = p.enrichment)
              limit ?)
            """,
            before,
            max);
  }

  // A withdrawal is in the store for good; of other articles only the position is.
  private Resend resendTaken(Entry entry, Instant now) {
    if (!entry.eventType().equals(EventType.WITHDRAWN.wireName())) {
      return postgres
          .jdbc()
          .query(
              "select log_partition, log_offset from receipts where delivery_id = ?",
              (row, _) ->
                  new Resend.FromLog(
                      entry.subscriptionId(),
                      entry.articleId(),
                      EventType.of(entry.eventType()),
                      Positions.read(row)),
              entry.deliveryId())
          .getFirst();
    }
    postgres
        .jdbc()
        .update(
            """
            insert into deliveries (delivery_id, subscription_id, partner_id, article_id, revision,
              enrichment, event_type, state, priority, attempts, due_at, trace_id, created_at,
              updated_at)
            select delivery_id, subscription_id, partner_id, article_id, revision, 0, event_type,
              'PARKED', 0, 0, ?, trace_id, ?, ?
            from receipts where delivery_id = ?
            on conflict do nothing
            """,
            Timestamp.from(now),
            Timestamp.from(now),
            Timestamp.from(now),
            entry.deliveryId());
    return new Resend.Parked(entry.subscriptionId());
  }

  private static String part(
      String select,
      String time,
      Query query,
      @Nullable String state,
      @Nullable Instant before,
      int max,
      List<Object> parameters) {
    List<String> conditions = new ArrayList<>();
    condition("partner_id = ?", query.partnerId(), conditions, parameters);
    condition("subscription_id = ?", query.subscriptionId(), conditions, parameters);
    condition("article_id = ?", query.articleId(), conditions, parameters);
    condition("state = ?", state, conditions, parameters);
    condition(
        time + " < ?", before == null ? null : Timestamp.from(before), conditions, parameters);
    parameters.add(max);
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "(" + select + where + " order by " + time + " desc limit ?)";
  }

  private static void condition(
      String sql, @Nullable Object value, List<String> conditions, List<Object> parameters) {
    if (value != null) {
      conditions.add(sql);
      parameters.add(value);
    }
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        DeliveryRows.text(row, "delivery_id"),
        DeliveryRows.text(row, "partner_id"),
        DeliveryRows.text(row, "subscription_id"),
        DeliveryRows.text(row, "article_id"),
        row.getLong("revision"),
        DeliveryRows.text(row, "event_type"),
        DeliveryRows.text(row, "state").toLowerCase(Locale.ROOT).replace('_', '-'),
        row.getInt("attempts"),
        row.getObject("status", Integer.class),
        row.getString("reason"),
        Postgres.instant(row.getTimestamp("due_at")),
        row.getObject("duration_millis", Long.class),
        DeliveryRows.instant(row, "updated_at"),
        DeliveryRows.text(row, "trace_id"));
  }
}
