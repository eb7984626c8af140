package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import syndication.ingest.feed.FeedparserCorpus.Case;
import syndication.ingest.feed.FeedparserCorpus.Expected;
import tools.jackson.databind.JsonNode;

/// Reads the 2,024 feeds of the feedparser project and compares with what it expects of them.
class FeedparserCasesTest {

  /// What we reach, so that we do not fall behind it.
  private static final double SHARE_MIN = 0.998;

  private static final double LEFT_OUT_MAX = 0.05;

  /// The address that feedparser's own test server has.
  private static final String SERVER = "http://127.0.0.1:8097/";

  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern STEP =
      Pattern.compile("\\[(\\d+)]|\\['([^']+)']|\\.?([A-Za-z_][\\w-]*)");

  private static final class Count {
    int passed;
    int failed;
    int leftOut;
  }

  private final Map<String, Count> table = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void readsWhatFeedparserReads() {
    Optional<FeedparserCorpus> corpus = FeedparserCorpus.find();
    assumeTrue(corpus.isPresent(), "the feedparser corpus is not beside the repository");
    for (Case each : corpus.get().cases()) {
      check(each, corpus.get().bytes(each.file()));
    }
    Count all = new Count();
    var report = new StringBuilder("feedparser assertions: passed / total (left out)\n");
    table.forEach((kind, count) -> {
      line(report, kind, count);
      all.passed += count.passed;
      all.failed += count.failed;
      all.leftOut += count.leftOut;
    });
    line(report, "all", all);
    FeedparserReport.write(report, failures);
    double share = (double) all.passed / (all.passed + all.failed);
    double leftOut = (double) all.leftOut / (all.passed + all.failed + all.leftOut);
    assertThat(share)
        .as("share of assertions met; failures: %s", failures)
        .isGreaterThanOrEqualTo(SHARE_MIN);
    assertThat(leftOut).as("share of assertions left out").isLessThanOrEqualTo(LEFT_OUT_MAX);
  }

  private static void line(StringBuilder report, String kind, Count count) {
    int total = count.passed + count.failed;
    double share = total == 0 ? 100 : 100.0 * count.passed / total;
    report.append(
        String.format(
            "%-24s %5d / %5d  %6.2f %%  (%d)%n", kind, count.passed, total, share, count.leftOut));
  }

  private void check(Case each, byte[] bytes) {
    Feed feed =
        new FeedReader().read(bytes, each.headers().get("content-type"), address(each), RECEIVED);
    Map<String, Object> view = FeedparserView.of(feed);
    Count count = table.computeIfAbsent(each.kind(), _ -> new Count());
    for (Expected expected : each.expected()) {
      if (FeedparserLeftOut.reason(each, expected) != null) {
        count.leftOut++;
        continue;
      }
      Object found = find(view, expected.path());
      if (meets(found, expected)) {
        count.passed++;
      } else {
        count.failed++;
        failures.add(
            each.file()
                + " "
                + expected.path()
                + " expected "
                + expected.check()
                + " "
                + expected.value()
                + " found "
                + found);
      }
    }
  }

  private static URI address(Case each) {
    String folder = each.file().substring("feeds/".length());
    URI asked = URI.create(SERVER + "tests/" + folder);
    String location = each.headers().get("content-location");
    return location == null || location.startsWith("javascript:") ? asked : asked.resolve(location);
  }

  private static @Nullable Object find(Map<String, Object> view, String path) {
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

  private static boolean meets(@Nullable Object found, Expected expected) {
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
