package syndication.ingest.ninjs;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads fields, and collects what is wrong with them so that a source hears of everything at once.
final class Fields {

  /// Problems that one answer lists; more would not be read.
  private static final int PROBLEMS_MAX = 20;

  private static final int FOUND_CHARS_MAX = 60;

  private final List<FieldProblem> problems = new ArrayList<>();

  List<FieldProblem> problems() {
    return problems;
  }

  void problem(String field, @Nullable JsonNode found, String expected) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new FieldProblem(field, shown(found), expected));
    }
  }

  /// @return `null` when absent, or not text (which is a problem)
  @Nullable String text(JsonNode object, String at, String name) {
    JsonNode it = object.get(name);
    if (it == null || it.isNull()) {
      return null;
    }
    if (!it.isString()) {
      problem(path(at, name), it, "a string");
      return null;
    }
    String value = it.stringValue().replace("\0", "").strip();
    return value.isEmpty() ? null : value;
  }

  /// The objects of a list; empty when absent, or not a list (which is a problem).
  List<JsonNode> objects(JsonNode object, String at, String name) {
    JsonNode it = object.get(name);
    if (it == null || it.isNull()) {
      return List.of();
    }
    if (!it.isArray()) {
      problem(path(at, name), it, "an array of objects");
      return List.of();
    }
    List<JsonNode> objects = new ArrayList<>();
    int index = 0;
    for (JsonNode element : it) {
      if (element.isObject()) {
        objects.add(element);
      } else {
        problem(path(at, name) + "/" + index, element, "an object");
      }
      index++;
    }
    return objects;
  }

  @Nullable Instant time(JsonNode object, String name) {
    String it = text(object, "", name);
    if (it == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(it).toInstant();
    } catch (DateTimeParseException notATime) {
      return day(object, name, it);
    }
  }

  @Nullable URI address(JsonNode object, String at, String name) {
    String it = text(object, at, name);
    if (it == null) {
      return null;
    }
    URI address = web(it);
    if (address == null) {
      problem(path(at, name), object.get(name), "an absolute http or https address");
    }
    return address;
  }

  @Nullable Integer number(JsonNode object, String at, String name) {
    JsonNode it = object.get(name);
    if (it == null || it.isNull()) {
      return null;
    }
    if (!it.isIntegralNumber() || !it.canConvertToInt()) {
      problem(path(at, name), it, "a whole number");
      return null;
    }
    return it.intValue();
  }

  /// @return `null` for what is no absolute web address
  static @Nullable URI web(String text) {
    try {
      URI it = new URI(text.strip().replace(" ", "%20"));
      String scheme = it.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && it.getRawAuthority() != null ? it : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static String path(String at, String name) {
    return at.isEmpty() ? name : at + "/" + name;
  }

  private @Nullable Instant day(JsonNode object, String name, String text) {
    try {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      problem(name, object.get(name), "a date and time with zone, such as 2026-11-24T07:00:00Z");
      return null;
    }
  }

  private static String shown(@Nullable JsonNode node) {
    if (node == null) {
      return "nothing";
    }
    String it = node.toString();
    return it.length() <= FOUND_CHARS_MAX ? it : it.substring(0, FOUND_CHARS_MAX - 1) + "…";
  }
}
