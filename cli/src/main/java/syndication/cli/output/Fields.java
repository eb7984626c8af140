package syndication.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A JSON object as indented `name value` lines, for looking at one thing.
public final class Fields {

  private static final int NAME_CHARS_MIN = 14;
  private static final String INDENT = "  ";

  /// Sentences are read one a line.
  private static final int JOINED_CHARS_MAX = 80;

  private Fields() {}

  public static List<String> lines(JsonNode node) {
    var it = new ArrayList<String>();
    add(it, node, "");
    return it;
  }

  private static void add(List<String> lines, JsonNode node, String indent) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
        continue;
      }
      String name = indent + field.getKey();
      if (value.isValueNode()) {
        lines.add(padded(name) + INDENT + value.asText());
      } else if (value.isArray() && value.get(0).isValueNode()) {
        List<String> all = new ArrayList<>();
        value.forEach(it -> all.add(it.asText()));
        if (all.size() > 1 && String.join(", ", all).length() > JOINED_CHARS_MAX) {
          lines.add(name);
          all.forEach(it -> lines.add(indent + INDENT + "- " + it));
        } else {
          lines.add(padded(name) + INDENT + String.join(", ", all));
        }
      } else if (value.isArray()) {
        lines.add(name);
        for (JsonNode item : value) {
          int first = lines.size();
          add(lines, item, indent + INDENT + INDENT);
          if (lines.size() > first) {
            String line = lines.get(first);
            String bullet = indent + INDENT + "- ";
            lines.set(first, bullet + line.substring(bullet.length()));
          }
        }
      } else {
        lines.add(name);
        add(lines, value, indent + INDENT);
      }
    }
  }

  private static String padded(String name) {
    return name.length() >= NAME_CHARS_MIN
        ? name
        : name + " ".repeat(NAME_CHARS_MIN - name.length());
  }
}
