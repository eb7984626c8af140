package syndication.ingest.sourcestore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/// Columns that are never null.
final class Rows {

  private Rows() {}

  static String text(ResultSet row, String column) throws SQLException {
    String it = row.getString(column);
    if (it == null) {
      throw missing(column);
    }
    return it;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp it = row.getTimestamp(column);
    if (it == null) {
      throw missing(column);
    }
    return it.toInstant();
  }

  static byte[] bytes(ResultSet row, String column) throws SQLException {
    byte[] it = row.getBytes(column);
    if (it == null) {
      throw missing(column);
    }
    return it;
  }

  private static IllegalStateException missing(String column) {
    return new IllegalStateException("column " + column + ": null (expected: a value)");
  }
}
