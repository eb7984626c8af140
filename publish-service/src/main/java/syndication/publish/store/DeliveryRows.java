package syndication.publish.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.Payload;

/// Reads a delivery with its payload from a row.
final class DeliveryRows {

  /// Of a row of `deliveries d` joined with what it sends, as `c`.
  private static final String COLUMNS =
      """
      d.delivery_id, d.subscription_id, d.partner_id, d.event_type, d.attempts, d.article_id,
      d.revision, d.enrichment, c.data, c.content_hash, c.occurred_at, c.embargoed_until, c.expires,
      c.trace_id, c.replay_id, c.log_partition, c.log_offset
      """;

  private DeliveryRows() {}

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    var payload =
        new Payload(
            text(row, "article_id"),
            new Version(row.getLong("revision"), row.getLong("enrichment")),
            instant(row, "occurred_at"),
            Objects.requireNonNull(row.getBytes("data")),
            text(row, "content_hash"),
            Postgres.instant(row.getTimestamp("embargoed_until")),
            Postgres.instant(row.getTimestamp("expires")),
            text(row, "trace_id"),
            row.getString("replay_id"),
            Positions.read(row));
    return new Delivery(
        text(row, "delivery_id"),
        text(row, "subscription_id"),
        text(row, "partner_id"),
        EventType.of(text(row, "event_type")),
        payload,
        row.getInt("attempts"));
  }

  /// Deliveries with what they send; one whose payload is gone is not among them.
  static List<Delivery> find(JdbcTemplate jdbc, String where, String[] parameter) {
    return jdbc.query(
        "select "
            + COLUMNS
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

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
  }
}
