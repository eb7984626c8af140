package syndication.publish.sitestore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads columns, and says which one is empty against the rules of its table.
final class Column {

  private Column() {}

  /// The only column of a row.
  static String text(ResultSet row, int number) throws SQLException {
    return present(row.getString(1), "1");
  }

  static String text(ResultSet row, String name) throws SQLException {
    return present(row.getString(name), name);
  }

  static Instant time(ResultSet row, String name) throws SQLException {
    return present(row.getTimestamp(name), name).toInstant();
  }

  static @Nullable Instant timeIfAny(ResultSet row, String name) throws SQLException {
    Timestamp at = row.getTimestamp(name);
    return at == null ? null : at.toInstant();
  }

  private static <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException("column " + name + ": null (expected: a value)");
    }
    return value;
  }
}
