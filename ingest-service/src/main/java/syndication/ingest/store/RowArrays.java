package syndication.ingest.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many rows as the parameters of one statement: an array for each column, for `unnest`. A
/// statement costs a round trip however many rows it carries.
final class RowArrays {

  private final Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
  private final Map<String, Object[]> types = new LinkedHashMap<>();

  RowArrays text(String column, @Nullable String value) {
    return add(column, value, new String[0]);
  }

  /// Cast it to `timestamptz[]`.
  RowArrays time(String column, @Nullable Instant value) {
    return add(column, value == null ? null : value.toString(), new String[0]);
  }

  RowArrays number(String column, @Nullable Long value) {
    return add(column, value, new Long[0]);
  }

  RowArrays id(String column, UUID value) {
    return add(column, value, new UUID[0]);
  }

  RowArrays bytes(String column, byte @Nullable [] value) {
    return add(column, value, new byte[0][]);
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    JdbcClient.StatementSpec bound = statement;
    for (Map.Entry<String, List<@Nullable Object>> it : columns.entrySet()) {
      Object[] type = types.getOrDefault(it.getKey(), new Object[0]);
      bound = bound.param(it.getKey(), it.getValue().toArray(type));
    }
    return bound;
  }

  private RowArrays add(String column, @Nullable Object value, Object[] type) {
    columns.computeIfAbsent(column, _ -> new ArrayList<>()).add(value);
    types.putIfAbsent(column, type);
    return this;
  }
}
