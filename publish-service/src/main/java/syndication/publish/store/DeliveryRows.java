package syndication.publish.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.LogPosition;
import syndication.publish.delivery.Payload;

/// Reads a delivery with its payload from a row.
final class DeliveryRows {

  /// Of a row of `deliveries d` joined with what it sends, as `c`.
  static final String COLUMNS =
      """
      d.delivery_id, d.subscription_id, d.partner_id, d.event_type, d.attempts, d.article_id,
      d.revision, d.enrichment, c.data, c.content_hash, c.occurred_at, c.embargoed_until, c.expires,
      c.trace_id, c.replay_id, c.log_partition, c.log_offset
      """;

  private DeliveryRows() {}

  static Delivery delivery(ResultSet row, int number) throws SQLException {
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
            position(row));
    return new Delivery(
        text(row, "delivery_id"),
        text(row, "subscription_id"),
        text(row, "partner_id"),
        EventType.of(text(row, "event_type")),
        payload,
        row.getInt("attempts"));
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
  }

  private static @Nullable LogPosition position(ResultSet row) throws SQLException {
    long offset = row.getLong("log_offset");
    return row.wasNull() ? null : new LogPosition(row.getInt("log_partition"), offset);
  }
}
