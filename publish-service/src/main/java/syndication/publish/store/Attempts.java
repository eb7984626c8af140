package syndication.publish.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.LedgerEntry;

/// Writes the log of attempts.
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
        columns.texts(it -> Columns.clean(it.reason())),
        columns.texts(it -> Columns.clean(it.answer())),
        columns.longs(it -> it.attempt().took().toMillis()),
        columns.times(AttemptRow::next));
  }
}
