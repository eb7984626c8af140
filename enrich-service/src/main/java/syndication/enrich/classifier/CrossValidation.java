package syndication.enrich.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tells how well a classifier does on articles that it did not learn from: each fifth is asked of
/// what the other four taught.
public final class CrossValidation {

  static final int FOLDS = 5;

  private final Map<String, long[]> byTopic = new TreeMap<>();
  private long articles;
  private long bestIsRight;

  /// @param asked articles
  /// @param bestIsRight share of articles whose likeliest topic is one that people gave
  /// @param precision share of given topics that people gave too
  /// @param recall share of people's topics that were given
  /// @param topics by code
  public record Result(
      long asked, double bestIsRight, double precision, double recall, Map<String, Score> topics) {
    /// The harmonic mean of precision and recall.
    public double f1() {
      return CrossValidation.f1(precision, recall);
    }
  }

  /// @param examples articles that people gave the topic
  public record Score(long examples, double precision, double recall) {}

  private CrossValidation() {}

  /// @param examples in an order that says nothing; folds are taken by position
  static Result of(List<Example> examples) {
    var it = new CrossValidation();
    for (int fold = 0; fold < FOLDS; fold++) {
      var teach = new ArrayList<Example>();
      var ask = new ArrayList<Example>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? ask : teach).add(examples.get(i));
      }
      if (!teach.isEmpty()) {
        NaiveBayes learned = NaiveBayes.learn(teach);
        ask.forEach(example -> it.ask(learned, example));
      }
    }
    return it.result();
  }

  private void ask(NaiveBayes learned, Example example) {
    Map<String, Double> likely = learned.probabilities(example.features());
    articles++;
    String best =
        likely.entrySet().stream()
            .max(Map.Entry.<String, Double>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    bestIsRight += example.topics().contains(best) ? 1 : 0;
    for (Map.Entry<String, Double> it : likely.entrySet()) {
      boolean given = it.getValue() >= TrainedTopics.CONFIDENCE_LEAST;
      boolean right = example.topics().contains(it.getKey());
      long[] counts = byTopic.computeIfAbsent(it.getKey(), _ -> new long[3]);
      counts[0] += given && right ? 1 : 0;
      counts[1] += given ? 1 : 0;
    }
    example.topics().forEach(it -> byTopic.computeIfAbsent(it, _ -> new long[3])[2]++);
  }

  private Result result() {
    long hit = 0;
    long given = 0;
    long wanted = 0;
    Map<String, Score> topics = new TreeMap<>();
    for (Map.Entry<String, long[]> it : byTopic.entrySet()) {
      long[] counts = it.getValue();
      hit += counts[0];
      given += counts[1];
      wanted += counts[2];
      topics.put(
          it.getKey(),
          new Score(counts[2], share(counts[0], counts[1]), share(counts[0], counts[2])));
    }
    return new Result(
        articles, share(bestIsRight, articles), share(hit, given), share(hit, wanted), topics);
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
