package syndication.enrich.enrichment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Articles of our own writing in the shape of syndicated pages, with what an editor expects.
final class ArticleFixtures {

  private static final List<String> FILES =
      List.of("en", "romance", "germanic", "others", "syndicated");

  /// @param wanted tags that must be there: `type:label`, other labels that do parted by `|`
  /// @param unwanted labels that must not be there
  /// @param never what neither summary nor teaser may hold
  record Fixture(
      String id,
      String title,
      List<String> topics,
      List<String> wanted,
      List<String> unwanted,
      List<String> never,
      String text) {

    String language() {
      return id.substring(0, id.indexOf('-'));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private ArticleFixtures() {}

  static List<Fixture> all() {
    var all = new ArrayList<Fixture>();
    for (String file : FILES) {
      for (String block :
          read("/syndication/enrich/articles/" + file + ".txt").split("\n====\n", -1)) {
        all.add(fixture(block.strip()));
      }
    }
    return all;
  }

  private static Fixture fixture(String block) {
    int gap = block.indexOf("\n\n");
    Map<String, String> head = new HashMap<>();
    for (String line : block.substring(0, gap).split("\n", -1)) {
      int colon = line.indexOf(": ");
      head.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return new Fixture(
        head.getOrDefault("id", ""),
        head.getOrDefault("title", ""),
        list(head, "topics", ", "),
        list(head, "must", "; "),
        list(head, "mustnot", "; "),
        list(head, "never", "; "),
        block.substring(gap + 2));
  }

  private static List<String> list(Map<String, String> head, String field, String mark) {
    return Arrays.stream(head.getOrDefault(field, "").split(mark, -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty() && !"-".equals(it))
        .toList();
  }

  private static String read(String resource) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ArticleFixtures.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(it -> !it.startsWith("# ")).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }
}
