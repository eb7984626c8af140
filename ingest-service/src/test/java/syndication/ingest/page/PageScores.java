package syndication.ingest.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Means over labelled pages of how near answers come to the truth, in the measures of the field:
/// F1 by words and by runs of four, snippets, and fields exactly right.
final class PageScores {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE_WORDS = 4;

  /// What a reader found in a page.
  record Answer(
      String text, @Nullable String title, @Nullable String byline, @Nullable String date) {}

  private final Map<String, double[]> sums = new TreeMap<>();

  void add(JsonNode truth, Answer answer) {
    String wanted = truth.path("articleBody").asString("");
    add("words", f1(words(lower(wanted)), words(lower(answer.text()))));
    shingles(words(wanted), words(answer.text()));
    add("wanted", found(truth.path("with"), answer.text()));
    if (!truth.path("without").isEmpty()) {
      add("unwanted", 1 - found(truth.path("without"), answer.text()));
    }
    field("title", truth, answer.title(), PageScores::normal);
    field("byline", truth, answer.byline(), text -> names(text).toString());
    field("publishedTime", truth, answer.date(), text -> text.substring(0, Math.min(10, text.length())));
  }

  /// The mean of a measure, 0 to 1; 0 where nothing was measured. `shingles` is the harmonic mean of
  /// mean precision and mean recall.
  double mean(String name) {
    if (name.equals("shingles")) {
      double precision = mean("shinglePrecision");
      double recall = mean("shingleRecall");
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
    double[] sum = sums.get(name);
    return sum == null ? 0 : sum[0] / sum[1];
  }

  private void add(String name, double value) {
    double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  private void field(
      String name,
      JsonNode truth,
      @Nullable String mine,
      java.util.function.UnaryOperator<String> form) {
    JsonNode wanted = truth.path(name);
    if (wanted.isString()) {
      boolean right = mine != null && form.apply(mine).equals(form.apply(wanted.asString()));
      add(name, right ? 1 : 0);
    }
  }

  private void shingles(List<String> wanted, List<String> given) {
    List<String> want = runs(wanted);
    List<String> got = runs(given);
    int hits = hits(want, got);
    if (!got.isEmpty()) {
      add("shinglePrecision", (double) hits / got.size());
    }
    if (!want.isEmpty()) {
      add("shingleRecall", (double) hits / want.size());
    }
  }

  private static List<String> runs(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    int count = Math.max(1, words.size() - SHINGLE_WORDS + 1);
    String[] runs = new String[count];
    for (int i = 0; i < count; i++) {
      runs[i] = String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE_WORDS)));
    }
    return List.of(runs);
  }

  private static double f1(List<String> wanted, List<String> given) {
    int hits = hits(wanted, given);
    return hits == 0 ? 0 : 2.0 * hits / (wanted.size() + given.size());
  }

  /// How many the two have in common, each counted as often as both have it.
  private static int hits(List<String> wanted, List<String> given) {
    Map<String, Integer> left = new HashMap<>();
    wanted.forEach(one -> left.merge(one, 1, Integer::sum));
    int hits = 0;
    for (String one : given) {
      if (left.getOrDefault(one, 0) > 0) {
        left.merge(one, -1, Integer::sum);
        hits++;
      }
    }
    return hits;
  }

  private static double found(JsonNode snippets, String text) {
    String lower = lower(text);
    int hits = 0;
    for (JsonNode snippet : snippets) {
      hits += lower.contains(lower(snippet.asString(""))) ? 1 : 0;
    }
    return snippets.isEmpty() ? 1 : (double) hits / snippets.size();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(it -> it.group()).toList();
  }

  private static String normal(String text) {
    return String.join(" ", words(lower(text).replace("’", "'").replace("'", "")));
  }

  private static Set<String> names(String text) {
    String[] parts = text.split("\\s*(?:,|;|&|\\||\\band\\b)\\s*", -1);
    return new java.util.TreeSet<>(
        new LinkedHashSet<>(
            Arrays.stream(parts).map(PageScores::normal).filter(it -> !it.isEmpty()).toList()));
  }

  /// Whether a page belongs to the half on which rules were developed; the other half only confirms.
  static boolean isDevelopment(String id) {
    return digest(id.getBytes(StandardCharsets.UTF_8))[0] % 2 == 0;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return java.security.MessageDigest.getInstance("MD5").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5: missing from this Java", e);
    }
  }

  static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  /// The folder of labelled pages beside the checkout, or `null`.
  static @Nullable Path corpus() {
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
