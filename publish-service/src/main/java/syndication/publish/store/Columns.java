package syndication.publish.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Arrays for PostgreSQL's `unnest`: one statement for many rows.
final class Columns<T> {

  private final List<T> rows;

  Columns(List<T> rows) {
    this.rows = rows;
  }

  @Nullable String[] texts(Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  @Nullable Long[] longs(Function<T, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  @Nullable Integer[] integers(Function<T, @Nullable Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }

  byte[][] bytes(Function<T, byte[]> column) {
    return rows.stream().map(column).toArray(byte[][]::new);
  }

  /// As texts; the statement casts them.
  @Nullable String[] times(Function<T, @Nullable Instant> column) {
    return rows.stream()
        .map(row -> {
          Instant it = column.apply(row);
          return it == null ? null : it.toString();
        })
        .toArray(String[]::new);
  }

  /// PostgreSQL's text has no NUL.
  static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace("\u0000", "");
  }
}
