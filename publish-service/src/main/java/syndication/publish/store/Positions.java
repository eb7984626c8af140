package syndication.publish.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.LogPosition;

/// Where an article stands in `articles.enriched`, as two columns that may be null together.
final class Positions {

  private Positions() {}

  static @Nullable LogPosition read(ResultSet row) throws SQLException {
    long offset = row.getLong("log_offset");
    return row.wasNull() ? null : new LogPosition(row.getInt("log_partition"), offset);
  }

  static @Nullable Integer partition(@Nullable LogPosition position) {
    return position == null ? null : position.partition();
  }

  static @Nullable Long offset(@Nullable LogPosition position) {
    return position == null ? null : position.offset();
  }
}
