package syndication.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which fields of JSON objects make the columns of a table.
public final class Columns {

  private static final int CELL_CHARS_MAX = 60;

  private record Column(String head, List<String> pointers, boolean age) {}

  private final List<Column> columns = new ArrayList<>();

  /// A column with the first of these fields that is there.
  ///
  /// @param pointers JSON pointers, such as `/filter/sources`
  public Columns field(String head, String... pointers) {
    columns.add(new Column(head, List.of(pointers), false));
    return this;
  }

  /// A column with the age of a time.
  public Columns age(String head, String... pointers) {
    columns.add(new Column(head, List.of(pointers), true));
    return this;
  }

  public Table table(Iterable<? extends JsonNode> items, Instant now) {
    var table = new Table(columns.stream().map(Column::head).toArray(String[]::new));
    for (JsonNode item : items) {
      table.row(columns.stream().map(it -> cell(it, item, now)).toArray(Object[]::new));
    }
    return table;
  }

  private static String cell(Column column, JsonNode item, Instant now) {
    for (String pointer : column.pointers()) {
      String text = text(item.at(pointer));
      if (!text.isEmpty()) {
        return column.age() ? Words.age(text, now) : Words.shortened(text, CELL_CHARS_MAX);
      }
    }
    return "-";
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(it -> all.add(text(it)));
      return String.join(",", all);
    }
    return value.isObject() ? value.toString() : value.isNull() ? "" : value.asText("");
  }
}
