package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.Payload;

/// Writes deliveries that wait, with what they send. Of one article and subscription the newest
/// waits; older ones are superseded.
final class ParkedDeliveries {

  private static final int PRIORITY_USUAL = 1;

  private final JdbcTemplate jdbc;

  ParkedDeliveries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(List<ParkedRow> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    writePayloads(rows.stream().map(it -> it.delivery().payload()).toList(), rows, now);
    var columns = new Columns<>(rows);
    jdbc.update(
        """
        insert into deliveries (delivery_id, subscription_id, partner_id, article_id, revision,
          enrichment, event_type, state, priority, attempts, due_at, leased_until, reason, status,
          trace_id, created_at, updated_at)
        select n.*, ?, ?
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
          ?::text[], ?::text[], ?::smallint[], ?::integer[], ?::timestamptz[],
          ?::timestamptz[], ?::text[], ?::integer[], ?::text[]) n
        order by 1
        on conflict (delivery_id) do update set
          state = excluded.state, attempts = excluded.attempts, due_at = excluded.due_at,
          leased_until = excluded.leased_until,
          reason = coalesce(excluded.reason, deliveries.reason),
          status = coalesce(excluded.status, deliveries.status), updated_at = excluded.updated_at
        where deliveries.state = 'PARKED' and excluded.attempts >= deliveries.attempts
          or deliveries.state = 'DEAD_LETTERED' and excluded.attempts = 0
        """,
        Timestamp.from(now),
        Timestamp.from(now),
        columns.texts(it -> it.delivery().id()),
        columns.texts(it -> it.delivery().subscriptionId()),
        columns.texts(it -> it.delivery().partnerId()),
        columns.texts(it -> it.delivery().payload().articleId()),
        columns.longs(it -> it.delivery().payload().version().revision()),
        columns.longs(it -> it.delivery().payload().version().enrichment()),
        columns.texts(it -> it.delivery().type().wireName()),
        columns.texts(ParkedRow::state),
        columns.integers(it ->
            it.delivery().type() == EventType.WITHDRAWN ? Withdrawals.PRIORITY : PRIORITY_USUAL),
        columns.integers(ParkedRow::attempts),
        columns.times(ParkedRow::due),
        columns.times(ParkedRow::leasedUntil),
        columns.texts(ParkedRow::reason),
        columns.integers(ParkedRow::status),
        columns.texts(it -> it.delivery().payload().traceId()));
    supersedeOlder(columns, now);
    waitForLeases(columns, now);
  }

  private void supersedeOlder(Columns<ParkedRow> columns, Instant now) {
    jdbc.update(
        """
        update deliveries d set state = 'SUPERSEDED', updated_at = ?,
          reason = 'a later version took its place'
        from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
          as n(article_id, subscription_id, revision, enrichment)
        where d.article_id = n.article_id and d.subscription_id = n.subscription_id
          and d.state = 'PARKED' and d.event_type <> 'article.withdrawn'
          and (d.revision, d.enrichment) < (n.revision, n.enrichment)
        """,
        Timestamp.from(now),
        columns.texts(it -> it.delivery().payload().articleId()),
        columns.texts(it -> it.delivery().subscriptionId()),
        columns.longs(it -> it.delivery().payload().version().revision()),
        columns.longs(it -> it.delivery().payload().version().enrichment()));
  }

  // Another instance may have an older version on its way: the newer one goes when that has ended.
  private void waitForLeases(Columns<ParkedRow> columns, Instant now) {
    jdbc.update(
        """
        update deliveries d set due_at = l.leased_until
        from deliveries l
        where d.delivery_id = any(?::text[]) and d.state = 'PARKED' and d.leased_until is null
          and l.article_id = d.article_id and l.subscription_id = d.subscription_id
          and l.delivery_id <> d.delivery_id and l.leased_until > ?
          and l.leased_until > d.due_at
        """,
        columns.texts(it -> it.delivery().id()),
        Timestamp.from(now));
  }

  private void writePayloads(List<Payload> all, List<ParkedRow> rows, Instant now) {
    Map<String, Payload> distinct = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Payload it = all.get(i);
      if (rows.get(i).delivery().type() != EventType.WITHDRAWN) {
        distinct.put(it.articleId() + " " + it.version(), it);
      }
    }
    if (distinct.isEmpty()) {
      return;
    }
    var columns = new Columns<>(List.copyOf(distinct.values()));
    jdbc.update(
        """
        insert into payloads (article_id, revision, enrichment, data, content_hash, occurred_at,
          embargoed_until, expires, trace_id, replay_id, log_partition, log_offset, created_at)
        select n.*, ?
        from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[], ?::text[], ?::timestamptz[],
          ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::integer[], ?::bigint[])
          as n(article, revision)
        where not exists (
          select 1 from withdrawals w
          where w.article_id = n.article and w.kind = 'TAKEDOWN' and n.revision <= w.through_revision)
        order by 1, 2, 3
        on conflict do nothing
        """,
        Timestamp.from(now),
        columns.texts(Payload::articleId),
        columns.longs(it -> it.version().revision()),
        columns.longs(it -> it.version().enrichment()),
        columns.bytes(Payload::data),
        columns.texts(Payload::contentHash),
        columns.times(Payload::occurredAt),
        columns.times(Payload::embargoedUntil),
        columns.times(Payload::expires),
        columns.texts(Payload::traceId),
        columns.texts(Payload::replayId),
        columns.integers(it -> Positions.partition(it.position())),
        columns.longs(it -> Positions.offset(it.position())));
  }
}
