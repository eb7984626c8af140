package syndication.ingest.feed;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.FeedparserCorpus.Case;
import syndication.ingest.feed.FeedparserCorpus.Expected;
import tools.jackson.databind.JsonNode;

/// Whether a feed, shown under feedparser's names, is as feedparser expects it.
final class FeedparserAssertions {

  /// The address that feedparser's own test server has.
  private static final String SERVER = "http://127.0.0.1:8097/";

  private static final Pattern STEP =
      Pattern.compile("\\[(\\d+)]|\\['([^']+)']|\\.?([A-Za-z_][\\w-]*)");

  private FeedparserAssertions() {}

  static URI address(Case each) {
    String folder = each.file().substring("feeds/".length());
    URI asked = URI.create(SERVER + "tests/" + folder);
    String location = each.headers().get("content-location");
    return location == null || location.startsWith("javascript:") ? asked : asked.resolve(location);
  }

  static @Nullable Object find(Map<String, Object> view, String path) {
    Object at = view;
    Matcher step = STEP.matcher(path);
    while (step.find() && at != null) {
      if (step.group(1) != null) {
        int index = Integer.parseInt(step.group(1));
        at = at instanceof List<?> list && index < list.size() ? list.get(index) : null;
      } else {
        String name = step.group(2) == null ? step.group(3) : step.group(2);
        at = at instanceof Map<?, ?> map ? map.get(alias(name == null ? "" : name, map)) : null;
      }
    }
    return at;
  }

  /// feedparser has two names for some things.
  private static String alias(String name, Map<?, ?> map) {
    return !map.containsKey(name) && name.equals("url") ? "href" : name;
  }

  static boolean meets(@Nullable Object found, Expected expected) {
    if (expected.path().equals("encoding") && found != null) {
      return sameEncoding(expected.value().asString(), found);
    }
    return switch (expected.check()) {
      case "truthy" -> found != null && !found.equals(false);
      case "falsy" -> found == null || found.equals(false);
      case "len" -> found instanceof List<?> list && list.size() == expected.value().asInt();
      case "eq" -> found == null ? expected.value().isNull() : equal(found, expected.value());
      default -> throw new IllegalArgumentException("check: " + expected.check());
    };
  }

  /// Names of encodings are the same in capitals, and GB 18030 holds all of GB 2312.
  private static boolean sameEncoding(String expected, Object found) {
    return expected.equalsIgnoreCase("GB2312")
        ? found.equals("gb18030")
        : expected.equalsIgnoreCase(found.toString());
  }

  private static boolean equal(@Nullable Object found, JsonNode expected) {
    if (found instanceof List<?> list) {
      boolean equal = expected.isArray() && expected.size() == list.size();
      for (int i = 0; equal && i < list.size(); i++) {
        equal = equal(list.get(i), expected.get(i));
      }
      return equal;
    }
    if (found instanceof Map<?, ?> map) {
      boolean equal = expected.isObject() && expected.size() == map.size();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        JsonNode value = expected.path(String.valueOf(each.getKey()));
        equal = equal && equal(each.getValue(), value);
      }
      return equal;
    }
    if (found instanceof Number number) {
      return expected.isNumber() && expected.asDouble() == number.doubleValue();
    }
    return expected.isString() && expected.asString().equals(found);
  }
}
