package syndication.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A JSON object as indented `name value` lines, for looking at one thing.
public final class Fields {

  private static final int NAME_CHARS_MIN = 14;
  private static final String INDENT = "  ";

  /// What a clock writes after the seconds says nothing to people; `--json` has it.
  private static final Pattern SECONDS_PARTS =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$");

  /// Sentences are read one a line.
  private static final int JOINED_CHARS_MAX = 80;

  private Fields() {}

  public static List<String> lines(JsonNode node) {
    var it = new ArrayList<String>();
    add(it, node, "");
    return it;
  }

  private static void add(List<String> lines, JsonNode node, String indent) {
    int width =
        node.properties().stream()
            .filter(it -> !isNothing(it.getValue()) && onOneLine(it.getValue()))
            .mapToInt(it -> indent.length() + it.getKey().length())
            .reduce(NAME_CHARS_MIN, Math::max);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = field.getValue();
      String name = indent + field.getKey();
      if (isNothing(value)) {
        continue;
      }
      if (onOneLine(value)) {
        lines.add(name + " ".repeat(width - name.length()) + INDENT + text(value));
      } else {
        lines.add(name);
        addBelow(lines, value, indent + INDENT);
      }
    }
  }

  private static void addBelow(List<String> lines, JsonNode value, String indent) {
    if (value.isObject()) {
      add(lines, value, indent);
      return;
    }
    for (JsonNode item : value) {
      if (item.isValueNode()) {
        lines.add(indent + "- " + text(item));
        continue;
      }
      int first = lines.size();
      add(lines, item, indent + INDENT);
      if (lines.size() > first) {
        lines.set(first, indent + "- " + lines.get(first).substring(indent.length() + 2));
      }
    }
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  private static boolean onOneLine(JsonNode value) {
    return value.isValueNode()
        || (value.isArray()
            && value.valueStream().allMatch(JsonNode::isValueNode)
            && (value.size() == 1 || text(value).length() <= JOINED_CHARS_MAX));
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(Fields::text).collect(Collectors.joining(", "))
        : SECONDS_PARTS.matcher(value.asText()).replaceFirst("$1Z");
  }
}
