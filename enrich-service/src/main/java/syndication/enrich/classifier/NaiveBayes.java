package syndication.enrich.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Multinomial naive Bayes for each topic against all others, for articles of one language. An
/// article of several topics is an example of each. The same examples give the same numbers.
final class NaiveBayes {

  /// Rarer words are names and misprints.
  static final int ARTICLES_WITH_WORD_LEAST = 2;

  /// More words tell nothing new, and make a large file.
  static final int WORDS_MAX = 60_000;

  private static final double SMOOTHING = 0.1;

  /// Words are not independent, as the method has it: the sum of their evidence is taken by this
  /// power of the article's length, so that a long article is not surer than a short one may be.
  private static final double LENGTH_POWER = 0.5;

  /// An article of two topics has the words of both: those of another topic speak against one only
  /// half as loud as its own speak for it.
  private static final double AGAINST = 0.5;

  /// How steep the evidence becomes a probability.
  private static final double STEEPNESS = 2.0;

  private final List<String> topics;
  private final Map<String, float[]> weights;
  private final float[] bias;

  /// @param topics in order of their codes
  /// @param weights of a feature: how much more often it stands in each topic's articles than in
  ///   the others, as a logarithm
  /// @param bias of each topic, as a logarithm
  NaiveBayes(List<String> topics, Map<String, float[]> weights, float[] bias) {
    this.topics = List.copyOf(topics);
    this.weights = Map.copyOf(weights);
    this.bias = bias.clone();
  }

  List<String> topics() {
    return topics;
  }

  /// Features in order, with a weight for each topic.
  Map<String, float[]> weights() {
    return new TreeMap<>(weights);
  }

  float[] bias() {
    return bias.clone();
  }

  static NaiveBayes learn(List<Example> examples) {
    Set<String> codes = new TreeSet<>();
    examples.forEach(it -> codes.addAll(it.topics()));
    List<String> topics = new ArrayList<>(codes);
    Map<String, double[]> counts = counts(examples, topics);
    double[] totals = new double[topics.size() + 1];
    counts.values().forEach(row -> add(totals, row));
    Map<String, float[]> weights = new HashMap<>();
    double words = counts.size();
    counts.forEach((word, row) -> {
      float[] weight = new float[topics.size()];
      for (int i = 0; i < weight.length; i++) {
        double in = (row[i] + SMOOTHING) / (totals[i] + SMOOTHING * words);
        double all = row[topics.size()];
        double out =
            (all - row[i] + SMOOTHING) / (totals[topics.size()] - totals[i] + SMOOTHING * words);
        weight[i] = (float) Math.log(in / out);
      }
      weights.put(word, weight);
    });
    return new NaiveBayes(topics, weights, bias(examples, topics));
  }

  // Of each word of each topic, and of all articles in the last column.
  private static Map<String, double[]> counts(List<Example> examples, List<String> topics) {
    Map<String, Integer> articles = new TreeMap<>();
    examples.forEach(it -> it.features().keySet().forEach(w -> articles.merge(w, 1, Integer::sum)));
    Map<String, double[]> counts = new TreeMap<>();
    articles.entrySet().stream()
        .filter(it -> it.getValue() >= ARTICLES_WITH_WORD_LEAST)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(WORDS_MAX)
        .forEach(it -> counts.put(it.getKey(), new double[topics.size() + 1]));
    for (Example example : examples) {
      // In order of words, so that sums of doubles come out the same.
      new TreeMap<>(example.features())
          .forEach((word, count) -> {
            double[] row = counts.get(word);
            if (row != null) {
              example.topics().forEach(it -> row[topics.indexOf(it)] += count);
              row[topics.size()] += count;
            }
          });
    }
    return counts;
  }

  private static void add(double[] sums, double[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }

  private static float[] bias(List<Example> examples, List<String> topics) {
    float[] bias = new float[topics.size()];
    for (int i = 0; i < bias.length; i++) {
      String topic = topics.get(i);
      double in = examples.stream().filter(it -> it.topics().contains(topic)).count();
      bias[i] = (float) Math.log((in + 1) / (examples.size() - in + 1));
    }
    return bias;
  }

  /// How likely each topic is, 0 to 1, by code.
  Map<String, Double> probabilities(Map<String, Double> features) {
    double[] scores = new double[topics.size()];
    double length = 0;
    for (Map.Entry<String, Double> it : new TreeMap<>(features).entrySet()) {
      float[] weight = weights.get(it.getKey());
      if (weight != null) {
        length += it.getValue();
        for (int i = 0; i < scores.length; i++) {
          scores[i] += weight[i] * it.getValue() * (weight[i] < 0 ? AGAINST : 1);
        }
      }
    }
    if (length == 0) {
      return Map.of();
    }
    double scale = Math.pow(length, LENGTH_POWER);
    double best = Arrays.stream(scores).max().orElse(0);
    Map<String, Double> probabilities = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      // Against the rest of the world, and against the likeliest topic.
      double alone = STEEPNESS * scores[i] / scale + bias[i] / scale;
      double behind = STEEPNESS * (scores[i] - best) / scale;
      probabilities.put(topics.get(i), logistic(alone) * Math.exp(behind / STEEPNESS));
    }
    return probabilities;
  }

  private static double logistic(double it) {
    return 1 / (1 + Math.exp(-it));
  }
}
