package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.WebhookId;
import syndication.publish.delivery.Withdrawal;

/// Withdrawals, the deliveries that tell of them, and the order between withdrawals and receipts.
final class Withdrawals {

  /// Before all else.
  static final int PRIORITY = 0;

  /// Of the advisory lock that parts receipts from withdrawals: "withdraw" in ASCII.
  private static final long RECEIPTS_OR_WITHDRAWAL = 0x7769_7468_6472_6177L;

  private static final String TAKEDOWN = "TAKEDOWN";

  private final JdbcTemplate jdbc;

  Withdrawals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Someone who has to be told of a withdrawal.
  ///
  /// @param deliveryId by which the telling is known
  record Holder(String deliveryId, String subscriptionId, String partnerId) {
    static Holder of(String subscriptionId, String partnerId, String articleId, long revision) {
      return new Holder(
          WebhookId.ofWithdrawal(subscriptionId, articleId, revision), subscriptionId, partnerId);
    }
  }

  /// Lets receipts be written side by side, and no withdrawal come before the caller's transaction
  /// ends.
  void keepWithdrawalsOut() {
    lock("select pg_advisory_xact_lock_shared(?)");
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

  /// Records a withdrawal, takes out what waits of the article, and adds a delivery for everyone
  /// who took any of it.
  ///
  /// @return those deliveries, leased
  List<Delivery> carryOut(Withdrawal withdrawal, Instant now, Instant leaseUntil) {
    remember(withdrawal, now);
    supersede(withdrawal, now);
    if (withdrawal.kind().equals(TAKEDOWN)) {
      eraseText(withdrawal);
    }
    return tellHolders(withdrawal, now, leaseUntil);
  }

  /// @return those that were not there already
  List<Delivery> add(
      String articleId, long revision, List<Holder> holders, Instant now, Instant due) {
    if (holders.isEmpty()) {
      return List.of();
    }
    var columns = new Columns<>(holders);
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
            PRIORITY,
            Timestamp.from(due),
            Timestamp.from(now),
            Timestamp.from(now),
            columns.texts(Holder::deliveryId),
            columns.texts(Holder::subscriptionId),
            columns.texts(Holder::partnerId),
            articleId,
            revision);
    return added.isEmpty()
        ? List.of()
        : DeliveryRows.find(jdbc, "d.delivery_id = any(?)", added.toArray(String[]::new));
  }

  private void remember(Withdrawal it, Instant now) {
    jdbc.update(
        """
        insert into withdrawals
          (article_id, through_revision, revision, lifted, kind, data, occurred_at, trace_id,
           recorded_at)
        values (?, ?, ?, false, ?, ?, ?, ?, ?)
        on conflict (article_id) do update set
          through_revision = excluded.through_revision, revision = excluded.revision,
          lifted = false, kind = excluded.kind, data = excluded.data,
          occurred_at = excluded.occurred_at, trace_id = excluded.trace_id,
          recorded_at = excluded.recorded_at
        where excluded.through_revision > withdrawals.through_revision
        """,
        it.articleId(),
        it.revision(),
        it.revision(),
        it.kind(),
        it.data(),
        Timestamp.from(it.occurredAt()),
        it.traceId(),
        Timestamp.from(now));
  }

  // What partners answered may repeat what they were sent.
  private void eraseText(Withdrawal it) {
    jdbc.update(
        "delete from payloads where article_id = ? and revision <= ?",
        it.articleId(),
        it.revision());
    jdbc.update(
        "update attempts set answer = null where article_id = ? and answer is not null",
        it.articleId());
  }

  private void supersede(Withdrawal it, Instant now) {
    jdbc.update(
        """
        update deliveries set state = 'SUPERSEDED', reason = 'withdrawn', updated_at = ?
        where article_id = ? and state = 'PARKED'
          and (revision < ? or revision = ? and event_type <> 'article.withdrawn')
        """,
        Timestamp.from(now),
        it.articleId(),
        it.revision(),
        it.revision());
  }

  private List<Delivery> tellHolders(Withdrawal it, Instant now, Instant leaseUntil) {
    List<Holder> holders =
        jdbc.query(
            """
            select r.subscription_id, r.partner_id from receipts r
            join subscriptions s on s.id = r.subscription_id
            where r.article_id = ? and r.revision <= ?
              and not (r.event_type = 'article.withdrawn' and r.revision >= ?)
            """,
            (row, _) ->
                Holder.of(
                    DeliveryRows.text(row, "subscription_id"),
                    DeliveryRows.text(row, "partner_id"),
                    it.articleId(),
                    it.revision()),
            it.articleId(),
            it.revision(),
            it.revision());
    return add(it.articleId(), it.revision(), holders, now, leaseUntil);
  }
}
