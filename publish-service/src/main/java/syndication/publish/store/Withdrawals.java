package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.WebhookId;

/// Deliveries that tell of withdrawals, and the order between withdrawals and receipts.
final class Withdrawals {

  /// Before all else.
  static final int PRIORITY = 0;

  /// Of the advisory lock that parts receipts from withdrawals: "withdraw" in ASCII.
  private static final long RECEIPTS_OR_WITHDRAWAL = 0x7769_7468_6472_6177L;

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
}
