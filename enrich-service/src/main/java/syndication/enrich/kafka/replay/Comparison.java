package syndication.enrich.kafka.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import syndication.enrich.kafka.ContentHash;
import syndication.schema.ArticleEnriched;
import syndication.schema.StageResult;
import syndication.schema.Tag;
import syndication.schema.TopicScore;

/// Holds a new enrichment of a revision against the one that is out, part by part.
final class Comparison {

  private static final String MODEL = "model";

  private Comparison() {}

  /// What an article comes to.
  sealed interface Result {
    record Unchanged() implements Result {}

    /// @param parts what partners and readers see change, such as `summary` and `tags`
    /// @param after the event to send
    record Changed(Map<String, Object> parts, ArticleEnriched after) implements Result {}
  }

  /// @param fresh the same revision, enriched by today's stages
  /// @param stages whose part is taken from `fresh`
  /// @param model whether a model's summary may be replaced by what is fresh
  static Result of(
      ArticleEnriched former, ArticleEnriched fresh, List<String> stages, boolean model) {
    Set<String> wanted = new LinkedHashSet<>(stages);
    boolean byModel = former.getSummaryMethod().orElse("").equals(MODEL);
    if (byModel && !(model && fresh.getSummaryMethod().orElse("").equals(MODEL))) {
      // The extractive summary was only its stand-in.
      wanted.remove("summary");
    }
    ArticleEnriched after = merged(former, fresh, wanted);
    String hash = ContentHash.of(after);
    if (hash.equals(ContentHash.of(former))) {
      return new Result.Unchanged();
    }
    after = ArticleEnriched.newBuilder(after).setContentHash(hash).build();
    return new Result.Changed(parts(former, after), after);
  }

  private static ArticleEnriched merged(
      ArticleEnriched former, ArticleEnriched fresh, Set<String> wanted) {
    ArticleEnriched.Builder it =
        ArticleEnriched.newBuilder(former)
            .setEnrichmentVersion(former.getEnrichmentVersion() + 1)
            .setEnrichedAt(fresh.getEnrichedAt())
            .setReplayId(fresh.getReplayId().orElse(null))
            .setStages(stages(former.getStages(), fresh.getStages(), wanted));
    if (wanted.contains("language")) {
      it.setLanguage(fresh.getLanguage()).setLanguageConfidence(fresh.getLanguageConfidence());
    }
    if (wanted.contains("entities")) {
      it.setTags(fresh.getTags());
    }
    if (wanted.contains("topics")) {
      it.setTopics(fresh.getTopics());
    }
    if (wanted.contains("keyphrases")) {
      it.setKeyphrases(fresh.getKeyphrases());
    }
    if (wanted.contains("summary")) {
      it.setSummary(fresh.getSummary().orElse(null))
          .setTeaser(fresh.getTeaser().orElse(null))
          .setSummaryMethod(fresh.getSummaryMethod().orElse(null))
          .setDigitalSourceType(fresh.getDigitalSourceType().orElse(null));
    }
    if (wanted.contains("facts")) {
      it.setWordCount(fresh.getWordCount()).setReadingTimeSeconds(fresh.getReadingTimeSeconds());
    }
    return it.build();
  }

  private static List<StageResult> stages(
      List<StageResult> former, List<StageResult> fresh, Set<String> wanted) {
    Map<String, StageResult> byName = new LinkedHashMap<>();
    former.forEach(it -> byName.put(it.getStage(), it));
    fresh.stream()
        .filter(it -> wanted.contains(it.getStage()))
        .forEach(it -> byName.put(it.getStage(), it));
    return new ArrayList<>(byName.values());
  }

  private static Map<String, Object> parts(ArticleEnriched former, ArticleEnriched after) {
    Map<String, Object> parts = new LinkedHashMap<>();
    put(parts, "language", former.getLanguage(), after.getLanguage());
    put(parts, "summary", former.getSummary().orElse(""), after.getSummary().orElse(""));
    put(parts, "teaser", former.getTeaser().orElse(""), after.getTeaser().orElse(""));
    put(
        parts,
        "summaryMethod",
        former.getSummaryMethod().orElse(""),
        after.getSummaryMethod().orElse(""));
    lists(parts, "tags", former.getTags(), after.getTags(), Tag::getId, Comparison::label);
    lists(
        parts,
        "topics",
        former.getTopics(),
        after.getTopics(),
        TopicScore::getCode,
        TopicScore::getLabel);
    lists(parts, "keyphrases", former.getKeyphrases(), after.getKeyphrases(), it -> it, it -> it);
    return parts;
  }

  private static String label(Tag it) {
    return it.getType() + ": " + it.getLabel();
  }

  private static void put(Map<String, Object> parts, String name, String from, String to) {
    if (!from.equals(to)) {
      Map<String, String> change = new LinkedHashMap<>();
      change.put("from", from);
      change.put("to", to);
      parts.put(name, change);
    }
  }

  // What is new, what is gone, and what stays but is told otherwise: another label or weight.
  private static <T> void lists(
      Map<String, Object> parts,
      String name,
      List<T> from,
      List<T> to,
      Function<T, String> id,
      Function<T, String> label) {
    if (from.equals(to)) {
      return;
    }
    Map<String, T> before = new LinkedHashMap<>();
    from.forEach(it -> before.put(id.apply(it), it));
    Map<String, List<String>> change = new LinkedHashMap<>();
    change.put("added", new ArrayList<>());
    change.put("removed", new ArrayList<>());
    change.put("changed", new ArrayList<>());
    for (T it : to) {
      T was = before.remove(id.apply(it));
      if (was == null) {
        add(change, "added", label.apply(it));
      } else if (!Objects.equals(was, it)) {
        add(change, "changed", label.apply(it));
      }
    }
    before.values().forEach(it -> add(change, "removed", label.apply(it)));
    change.values().removeIf(List::isEmpty);
    if (change.isEmpty()) {
      change.put("order", to.stream().map(label).toList());
    }
    parts.put(name, change);
  }

  private static void add(Map<String, List<String>> change, String how, String label) {
    change.getOrDefault(how, List.of()).add(label);
  }
}
