package syndication.publish.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.LedgerEntry;

/// Writes the log of attempts; of an article that was taken down without what partners answered,
/// which may repeat its text.
final class Attempts {

  private final JdbcTemplate jdbc;

  Attempts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(List<LedgerEntry> tried) {
    if (tried.isEmpty()) {
      return;
    }
    var columns = new Columns<>(tried.stream().map(AttemptRow::of).toList());
    jdbc.update(
        """
        insert into attempts (delivery_id, attempt, subscription_id, article_id, attempted_at,
          outcome, status, reason, answer, duration_millis, next_attempt_at)
        select n.delivery, n.attempt, n.subscription, n.article, n.at, n.outcome, n.status, n.reason,
          case when w.kind = 'TAKEDOWN' and not w.lifted then null else n.answer end, n.millis, n.next
        from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[],
          ?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
          as n(delivery, attempt, subscription, article, at, outcome, status, reason, answer, millis,
            next)
        left join withdrawals w on w.article_id = n.article
        on conflict do nothing
        """,
        columns.texts(it -> it.delivery().id()),
        columns.integers(it -> it.attempt().number()),
        columns.texts(it -> it.delivery().subscriptionId()),
        columns.texts(it -> it.delivery().payload().articleId()),
        columns.times(it -> it.attempt().at()),
        columns.texts(AttemptRow::outcome),
        columns.integers(AttemptRow::status),
        columns.texts(it -> Columns.clean(it.reason())),
        columns.texts(it -> Columns.clean(it.answer())),
        columns.longs(it -> it.attempt().took().toMillis()),
        columns.times(AttemptRow::next));
  }
}
