package syndication.publish.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.LedgerEntry.Receipted;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.WebhookId;

/// Writes who took what.
final class Receipts {

  private final JdbcTemplate jdbc;
  private final Withdrawals withdrawals;

  Receipts(JdbcTemplate jdbc, Withdrawals withdrawals) {
    this.jdbc = jdbc;
    this.withdrawals = withdrawals;
  }

  /// @return subscriptions that have a withdrawal to send by it
  Set<String> write(List<Receipted> all, Instant now) {
    Map<String, Receipted> highest = new LinkedHashMap<>();
    for (Receipted it : all) {
      highest.merge(
          it.delivery().subscriptionId() + " " + it.delivery().payload().articleId(),
          it,
          Receipts::later);
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
        columns.integers(it -> Positions.partition(it.delivery().payload().position())),
        columns.longs(it -> Positions.offset(it.delivery().payload().position())));
    return withdrawnMeanwhile(
        rows.stream().filter(it -> it.delivery().type() != EventType.WITHDRAWN).toList(), now);
  }

  // A withdrawal may have come while the partner took the article. Then it was not told; or another
  // instance told it too early, and the partner shows the article again: then it is told once more.
  private Set<String> withdrawnMeanwhile(List<Receipted> rows, Instant now) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    var columns = new Columns<>(rows);
    List<Late> late =
        jdbc.query(
            """
            select w.article_id, w.revision, n.subscription_id, n.partner_id,
              n.revision as taken_revision,
              exists (
                select 1 from receipts r
                where r.article_id = n.article_id and r.subscription_id = n.subscription_id
                  and r.event_type = 'article.withdrawn' and r.revision >= w.revision) as told
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
              as n(article_id, subscription_id, partner_id, revision)
            join withdrawals w on w.article_id = n.article_id and w.through_revision >= n.revision
            """,
            (row, _) ->
                new Late(
                    DeliveryRows.text(row, "article_id"),
                    row.getLong("revision"),
                    row.getLong("taken_revision"),
                    DeliveryRows.text(row, "subscription_id"),
                    DeliveryRows.text(row, "partner_id"),
                    row.getBoolean("told")),
            columns.texts(it -> it.delivery().payload().articleId()),
            columns.texts(it -> it.delivery().subscriptionId()),
            columns.texts(it -> it.delivery().partnerId()),
            columns.longs(it -> it.delivery().payload().version().revision()));
    Set<String> subscriptions = new HashSet<>();
    for (Late it : late) {
      withdrawals.add(it.articleId(), it.revision(), List.of(it.holder()), now, now);
      subscriptions.add(it.subscriptionId());
    }
    return subscriptions;
  }

  private static Receipted later(Receipted one, Receipted other) {
    return one.delivery().payload().version().compareTo(other.delivery().payload().version()) > 0
        ? one
        : other;
  }

  /// @param told whether the partner took the withdrawal before it took this
  private record Late(
      String articleId,
      long revision,
      long takenRevision,
      String subscriptionId,
      String partnerId,
      boolean told) {

    Withdrawals.Holder holder() {
      return told
          ? new Withdrawals.Holder(
              WebhookId.ofWithdrawalAfter(subscriptionId, articleId, revision, takenRevision),
              subscriptionId,
              partnerId)
          : Withdrawals.Holder.of(subscriptionId, partnerId, articleId, revision);
    }
  }
}
