package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.LedgerEntry.Dropped;
import syndication.publish.delivery.LedgerEntry.Failed;
import syndication.publish.delivery.LedgerEntry.Parked;
import syndication.publish.delivery.LedgerEntry.Receipted;
import syndication.publish.delivery.LogPosition;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.Payload;
import syndication.publish.delivery.RetryPolicy.NextStep;
import syndication.publish.delivery.WebhookId;

/// Writes a group of ledger entries, within the caller's transaction: a fixed number of statements,
/// however many entries.
final class LedgerWriter {

  private static final int PRIORITY_WITHDRAWAL = 0;
  private static final int PRIORITY_USUAL = 1;
  private static final String DEAD_LETTERED = "DEAD_LETTERED";
  private static final String PARKED = "PARKED";

  /// Of the advisory lock that parts receipts from withdrawals: "withdraw" in ASCII.
  private static final long RECEIPTS_OR_WITHDRAWAL = 0x7769_7468_6472_6177L;

  private final JdbcTemplate jdbc;

  LedgerWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @return subscriptions that have a withdrawal to send by it
  Set<String> write(List<LedgerEntry> entries, Instant now) {
    List<Receipted> receipted = new ArrayList<>();
    Map<String, Row> parked = new LinkedHashMap<>();
    List<LedgerEntry> tried = new ArrayList<>();
    Set<String> ended = new HashSet<>();
    for (LedgerEntry entry : entries) {
      String id = entry.delivery().id();
      switch (entry) {
        case Receipted it -> {
          receipted.add(it);
          ended.add(id);
          parked.remove(id);
          if (it.attempt().number() > 1) {
            tried.add(it);
          }
        }
        case Dropped _ -> {
          ended.add(id);
          parked.remove(id);
        }
        case Parked it -> parked.put(id, Row.of(it));
        case Failed it -> {
          parked.put(id, Row.of(it, now));
          tried.add(it);
        }
      }
    }
    if (!receipted.isEmpty()) {
      lock("select pg_advisory_xact_lock_shared(?)");
    }
    writeParked(List.copyOf(parked.values()), now);
    end(ended);
    writeAttempts(tried);
    return receipted.isEmpty() ? Set.of() : writeReceipts(receipted, now);
  }

  /// Waits until no receipts are being written, and lets none be written before the caller's
  /// transaction ends. Without it a withdrawal would not see a receipt that is being written, nor
  /// that receipt the withdrawal, and the partner would never be told.
  void keepReceiptsOut() {
    lock("select pg_advisory_xact_lock(?)");
  }

  private void lock(String sql) {
    jdbc.query(sql, _ -> {}, RECEIPTS_OR_WITHDRAWAL);
  }

  /// @param holders subscription id and partner id of each
  List<Delivery> addWithdrawals(
      String articleId, long revision, List<String[]> holders, Instant now, Instant due) {
    if (holders.isEmpty()) {
      return List.of();
    }
    var columns = new Columns<>(holders);
    String[] ids =
        holders.stream()
            .map(it -> WebhookId.ofWithdrawal(it[0], articleId, revision))
            .toArray(String[]::new);
    List<String> added =
        jdbc.query(
            """
            insert into deliveries (delivery_id, subscription_id, partner_id, article_id, revision,
              enrichment, event_type, state, priority, attempts, due_at, trace_id, created_at,
              updated_at)
            select n.id, n.subscription, n.partner, w.article_id, w.revision, 0,
              'article.withdrawn', 'PARKED', ?, 0, ?, w.trace_id, ?, ?
            from unnest(?::text[], ?::text[], ?::text[]) as n(id, subscription, partner),
              withdrawals w
            where w.article_id = ? and w.revision = ?
            on conflict (delivery_id) do nothing
            returning delivery_id
            """,
            (row, _) -> DeliveryRows.text(row, "delivery_id"),
            PRIORITY_WITHDRAWAL,
            Timestamp.from(due),
            Timestamp.from(now),
            Timestamp.from(now),
            ids,
            columns.texts(it -> it[0]),
            columns.texts(it -> it[1]),
            articleId,
            revision);
    return added.isEmpty()
        ? List.of()
        : deliveries("d.delivery_id = any(?)", added.toArray(String[]::new));
  }

  /// Deliveries with what they send; one whose payload is gone is not among them.
  List<Delivery> deliveries(String where, String[] parameter) {
    return jdbc.query(
        "select "
            + DeliveryRows.COLUMNS
            + """
             from deliveries d cross join lateral (
               select p.data, p.content_hash, p.occurred_at, p.embargoed_until, p.expires,
                 p.trace_id, p.replay_id, p.log_partition, p.log_offset
               from payloads p
               where d.event_type <> 'article.withdrawn' and p.article_id = d.article_id
                 and p.revision = d.revision and p.enrichment = d.enrichment
               union all
               select w.data, '', w.occurred_at, null, null, w.trace_id, null, null, null
               from withdrawals w
               where d.event_type = 'article.withdrawn' and w.article_id = d.article_id
                 and w.revision = d.revision) c
             where \
            """
            + where
            + " order by d.priority, d.revision",
        DeliveryRows::delivery,
        (Object) parameter);
  }

  private void writeParked(List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    writePayloads(rows.stream().map(it -> it.delivery().payload()).toList(), rows, now);
    var columns = new Columns<>(rows);
    jdbc.update(
        """
        insert into deliveries (delivery_id, subscription_id, partner_id, article_id, revision,
          enrichment, event_type, state, priority, attempts, due_at, reason, status, trace_id,
          created_at, updated_at)
        select n.*, ?, ?
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
          ?::text[], ?::text[], ?::smallint[], ?::integer[], ?::timestamptz[], ?::text[],
          ?::integer[], ?::text[]) n
        order by 1
        on conflict (delivery_id) do update set
          state = excluded.state, attempts = excluded.attempts, due_at = excluded.due_at,
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
        columns.texts(Row::state),
        columns.integers(it ->
            it.delivery().type() == EventType.WITHDRAWN ? PRIORITY_WITHDRAWAL : PRIORITY_USUAL),
        columns.integers(Row::attempts),
        columns.times(Row::due),
        columns.texts(Row::reason),
        columns.integers(Row::status),
        columns.texts(it -> it.delivery().payload().traceId()));
    supersedeOlder(columns, now);
  }

  private void supersedeOlder(Columns<Row> columns, Instant now) {
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

  private void writePayloads(List<Payload> all, List<Row> rows, Instant now) {
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
          ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::integer[], ?::bigint[]) n
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
        columns.integers(it -> partition(it.position())),
        columns.longs(it -> offset(it.position())));
  }

  private void end(Set<String> deliveryIds) {
    if (!deliveryIds.isEmpty()) {
      jdbc.update(
          "delete from deliveries where delivery_id = any(?) and state = 'PARKED'",
          (Object) deliveryIds.toArray(String[]::new));
    }
  }

  private void writeAttempts(List<LedgerEntry> tried) {
    if (tried.isEmpty()) {
      return;
    }
    var columns = new Columns<>(tried.stream().map(AttemptRow::of).toList());
    jdbc.update(
        """
        insert into attempts (delivery_id, attempt, subscription_id, article_id, attempted_at,
          outcome, status, reason, answer, duration_millis, next_attempt_at)
        select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[],
          ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
        on conflict do nothing
        """,
        columns.texts(it -> it.delivery().id()),
        columns.integers(it -> it.attempt().number()),
        columns.texts(it -> it.delivery().subscriptionId()),
        columns.texts(it -> it.delivery().payload().articleId()),
        columns.times(it -> it.attempt().at()),
        columns.texts(AttemptRow::outcome),
        columns.integers(AttemptRow::status),
        columns.texts(it -> clean(it.reason())),
        columns.texts(it -> clean(it.answer())),
        columns.longs(it -> it.attempt().took().toMillis()),
        columns.times(AttemptRow::next));
  }

  private Set<String> writeReceipts(List<Receipted> all, Instant now) {
    Map<String, Receipted> highest = new LinkedHashMap<>();
    for (Receipted it : all) {
      highest.merge(
          it.delivery().subscriptionId() + " " + it.delivery().payload().articleId(),
          it,
          LedgerWriter::later);
    }
    List<Receipted> rows = List.copyOf(highest.values());
    var columns = new Columns<>(rows);
    jdbc.update(
        """
        insert into receipts (article_id, subscription_id, partner_id, delivery_id, revision,
          enrichment, content_hash, event_type, attempts, status, duration_millis, delivered_at,
          trace_id, log_partition, log_offset)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
          ?::text[], ?::text[], ?::integer[], ?::integer[], ?::bigint[], ?::timestamptz[],
          ?::text[], ?::integer[], ?::bigint[])
        order by 1, 2
        on conflict (article_id, subscription_id) do update set
          delivery_id = excluded.delivery_id, revision = excluded.revision,
          enrichment = excluded.enrichment, content_hash = excluded.content_hash,
          event_type = excluded.event_type, attempts = excluded.attempts,
          status = excluded.status, duration_millis = excluded.duration_millis,
          delivered_at = excluded.delivered_at, trace_id = excluded.trace_id,
          log_partition = excluded.log_partition, log_offset = excluded.log_offset
        where (excluded.revision, excluded.enrichment) >= (receipts.revision, receipts.enrichment)
          or excluded.event_type = 'article.withdrawn' and excluded.revision >= receipts.revision
        """,
        columns.texts(it -> it.delivery().payload().articleId()),
        columns.texts(it -> it.delivery().subscriptionId()),
        columns.texts(it -> it.delivery().partnerId()),
        columns.texts(it -> it.delivery().id()),
        columns.longs(it -> it.delivery().payload().version().revision()),
        columns.longs(it -> it.delivery().payload().version().enrichment()),
        columns.texts(it -> it.delivery().payload().contentHash()),
        columns.texts(it -> it.delivery().type().wireName()),
        columns.integers(it -> it.attempt().number()),
        columns.integers(
            it -> it.attempt().outcome() instanceof Outcome.Delivered(int status) ? status : null),
        columns.longs(it -> it.attempt().took().toMillis()),
        columns.times(it -> it.attempt().at()),
        columns.texts(it -> it.delivery().payload().traceId()),
        columns.integers(it -> partition(it.delivery().payload().position())),
        columns.longs(it -> offset(it.delivery().payload().position())));
    return withdrawnMeanwhile(
        rows.stream().filter(it -> it.delivery().type() != EventType.WITHDRAWN).toList(), now);
  }

  // A withdrawal may have come while the partner took the article: then it was not told.
  private Set<String> withdrawnMeanwhile(List<Receipted> rows, Instant now) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    var columns = new Columns<>(rows);
    Set<String> subscriptions = new HashSet<>();
    List<Late> late =
        jdbc.query(
            """
            select w.article_id, w.revision, n.subscription_id, n.partner_id
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
              as n(article_id, subscription_id, partner_id, revision)
            join withdrawals w on w.article_id = n.article_id and w.through_revision >= n.revision
            where not exists (
              select 1 from receipts r
              where r.article_id = n.article_id and r.subscription_id = n.subscription_id
                and r.event_type = 'article.withdrawn' and r.revision >= w.revision)
            """,
            (row, _) ->
                new Late(
                    DeliveryRows.text(row, "article_id"),
                    row.getLong("revision"),
                    DeliveryRows.text(row, "subscription_id"),
                    DeliveryRows.text(row, "partner_id")),
            columns.texts(it -> it.delivery().payload().articleId()),
            columns.texts(it -> it.delivery().subscriptionId()),
            columns.texts(it -> it.delivery().partnerId()),
            columns.longs(it -> it.delivery().payload().version().revision()));
    for (Late it : late) {
      addWithdrawals(
          it.articleId(),
          it.revision(),
          List.<String[]>of(new String[] {it.subscriptionId(), it.partnerId()}),
          now,
          now);
      subscriptions.add(it.subscriptionId());
    }
    return subscriptions;
  }

  private static Receipted later(Receipted one, Receipted other) {
    return one.delivery().payload().version().compareTo(other.delivery().payload().version()) > 0
        ? one
        : other;
  }

  // PostgreSQL's text has no NUL.
  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace("\u0000", "");
  }

  private static @Nullable Integer partition(@Nullable LogPosition position) {
    return position == null ? null : position.partition();
  }

  private static @Nullable Long offset(@Nullable LogPosition position) {
    return position == null ? null : position.offset();
  }

  private record Late(String articleId, long revision, String subscriptionId, String partnerId) {}

  private record Row(
      Delivery delivery,
      String state,
      int attempts,
      Instant due,
      @Nullable String reason,
      @Nullable Integer status) {

    static Row of(Parked it) {
      return new Row(it.delivery(), PARKED, it.delivery().attemptsMade(), it.due(), null, null);
    }

    static Row of(Failed it, Instant now) {
      int attempts = it.attempt().number();
      AttemptRow outcome = AttemptRow.of(it);
      return switch (it.next()) {
        case NextStep.RetryAt(Instant time) ->
            new Row(
                it.delivery(), PARKED, attempts, time, clean(outcome.reason()), outcome.status());
        case NextStep.DeadLetter(String reason) ->
            new Row(it.delivery(), DEAD_LETTERED, attempts, now, clean(reason), outcome.status());
        // The subscription stops; should it go on, this goes first.
        case NextStep.Disable(String reason) ->
            new Row(it.delivery(), PARKED, attempts, now, clean(reason), outcome.status());
        case NextStep.Done _ -> throw new IllegalArgumentException("a success is no failure");
      };
    }
  }
}
