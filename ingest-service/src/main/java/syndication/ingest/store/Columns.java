package syndication.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Columns of a row, by whether they may be empty.
final class Columns {

  private Columns() {}

  /// A column that is declared `not null`.
  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  /// A column that is declared `not null`.
  static byte[] bytes(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getBytes(column), column);
  }

  /// A column that is declared `not null`.
  static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
  }

  static @Nullable Instant timeIfAny(ResultSet row, String column) throws SQLException {
    Timestamp it = row.getTimestamp(column);
    return it == null ? null : it.toInstant();
  }
}
