package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the figures reached on the shared corpus of labelled pages, where it is there.
class CorpusScoreTest {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void keepsTheFiguresReached() throws IOException {
    Path corpus = corpus();
    assumeTrue(corpus != null, "no shared/corpora/pages beside the checkout: nothing to score");
    JsonNode truth = json(corpus.resolve("truth.json"));
    JsonNode addresses = json(corpus.resolve("urls.json"));
    var sums = new HashMap<String, double[]>();
    var reader = new PageReader();

    for (Map.Entry<String, JsonNode> entry : truth.properties()) {
      byte[] bytes = Files.readAllBytes(corpus.resolve("html").resolve(entry.getKey() + ".html"));
      URI address = URI.create(addresses.path(entry.getKey()).asString(""));
      PageReading reading = reader.read(bytes, null, address);
      score(entry.getValue(), reading, sums);
    }

    var means = new HashMap<String, Double>();
    sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
    means.forEach((name, mean) -> System.out.printf(Locale.ROOT, "%-10s %.3f%n", name, mean));
    assertThat(means.get("words")).isGreaterThan(0.95);
    assertThat(means.get("wanted")).isGreaterThan(0.86);
    assertThat(means.get("unwanted")).isGreaterThan(0.95);
    assertThat(means.get("title")).isGreaterThan(0.89);
    assertThat(means.get("byline")).isGreaterThan(0.785);
    assertThat(means.get("date")).isGreaterThan(0.85);
  }

  private static void score(JsonNode truth, PageReading reading, Map<String, double[]> sums) {
    PageArticle article = reading instanceof PageReading.Read read ? read.article() : null;
    String text = article == null ? "" : article.body().text();
    add(sums, "words", wordF1(truth.path("articleBody").asString(""), text));
    add(sums, "wanted", found(truth.path("with"), text));
    if (!truth.path("without").isEmpty()) {
      add(sums, "unwanted", 1 - found(truth.path("without"), text));
    }
    field(sums, "title", truth.path("title"), article == null ? null : article.title());
    JsonNode byline = truth.path("byline");
    if (byline.isString()) {
      String mine = article == null ? null : article.byline();
      boolean right = mine != null && names(mine).equals(names(byline.asString()));
      add(sums, "byline", right ? 1 : 0);
    }
    JsonNode date = truth.path("publishedTime");
    if (date.isString()) {
      String mine = article == null ? null : article.publishedAsWritten();
      boolean right = mine != null && day(mine).equals(day(date.asString()));
      add(sums, "date", right ? 1 : 0);
    }
  }

  private static void field(
      Map<String, double[]> sums, String name, JsonNode truth, @Nullable String mine) {
    if (truth.isString()) {
      add(sums, name, mine != null && normal(mine).equals(normal(truth.asString())) ? 1 : 0);
    }
  }

  private static void add(Map<String, double[]> sums, String name, double value) {
    double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  private static double found(JsonNode snippets, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int hits = 0;
    for (JsonNode snippet : snippets) {
      hits += lower.contains(snippet.asString("").toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return snippets.isEmpty() ? 1 : (double) hits / snippets.size();
  }

  private static double wordF1(String wanted, String given) {
    Map<String, Integer> left = new HashMap<>();
    List<String> want = words(wanted);
    List<String> got = words(given);
    want.forEach(word -> left.merge(word, 1, Integer::sum));
    int hits = 0;
    for (String word : got) {
      if (left.getOrDefault(word, 0) > 0) {
        left.merge(word, -1, Integer::sum);
        hits++;
      }
    }
    return hits == 0 ? 0 : 2.0 * hits / (want.size() + got.size());
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(it -> it.group()).toList();
  }

  private static String normal(String text) {
    return String.join(" ", words(text.replace("’", "'").replace("'", "")));
  }

  private static Set<String> names(String text) {
    String[] parts = text.split("\\s*(?:,|;|&|\\||\\band\\b)\\s*");
    return new LinkedHashSet<>(
        Arrays.stream(parts).map(CorpusScoreTest::normal).filter(it -> !it.isEmpty()).toList());
  }

  private static String day(String text) {
    return text.length() >= 10 ? text.substring(0, 10) : text;
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  private static @Nullable Path corpus() {
    String named = System.getProperty("SYNDICATE_SHARED", System.getenv("SYNDICATE_SHARED"));
    if (named != null) {
      Path there = Path.of(named, "corpora", "pages");
      return Files.isDirectory(there) ? there : null;
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path there = up.resolve("shared").resolve("corpora").resolve("pages");
      if (Files.isDirectory(there)) {
        return there;
      }
    }
    return null;
  }
}
