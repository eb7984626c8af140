package syndication.enrich.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import syndication.enrich.segment.Sentence;
import syndication.enrich.words.Lexicon;

/// Gathers labelled articles and learns from them. The same articles give the same model, in
/// whatever order they come.
public final class Trainer {

  /// Fewer articles of a topic teach nothing that holds.
  static final int ARTICLES_OF_TOPIC_LEAST = 5;

  /// Fewer articles of a language make no model.
  static final int ARTICLES_OF_LANGUAGE_LEAST = 20;

  private final Features features;
  private final Map<String, List<Example>> examples = new TreeMap<>();

  public Trainer(Lexicon lexicon) {
    this.features = new Features(lexicon);
  }

  /// @param topics codes that people gave the article, at least one
  public void add(
      List<Sentence> title, List<Sentence> sentences, String language, Set<String> topics) {
    examples
        .computeIfAbsent(language, _ -> new ArrayList<>())
        .add(new Example(features.of(title, sentences, language), topics));
  }

  /// Learns from all that was added.
  public Lesson learn() {
    Map<String, NaiveBayes> models = new TreeMap<>();
    var learned = new ArrayList<Lesson.Learned>();
    Map<String, Integer> tooFew = new TreeMap<>();
    examples.forEach((language, all) -> {
      Set<String> kept = taught(all);
      List<Example> some = with(all, kept);
      if (some.size() < ARTICLES_OF_LANGUAGE_LEAST) {
        tooFew.put(language, some.size());
        return;
      }
      Set<String> leftOut = new HashSet<>();
      all.forEach(it -> leftOut.addAll(it.topics()));
      leftOut.removeAll(kept);
      models.put(language, NaiveBayes.learn(some));
      learned.add(new Lesson.Learned(language, some.size(), leftOut, CrossValidation.of(some)));
    });
    return new Lesson(TopicModel.of(models), learned, tooFew);
  }

  private static Set<String> taught(List<Example> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(it -> it.topics().forEach(topic -> counts.merge(topic, 1, Integer::sum)));
    counts.values().removeIf(it -> it < ARTICLES_OF_TOPIC_LEAST);
    return counts.keySet();
  }

  // In an order that the file does not give, and that is the same every time.
  private static List<Example> with(List<Example> all, Set<String> topics) {
    var some = new ArrayList<Example>();
    for (Example it : all) {
      Set<String> own = new HashSet<>(it.topics());
      own.retainAll(topics);
      if (!own.isEmpty() && !it.features().isEmpty()) {
        some.add(new Example(it.features(), own));
      }
    }
    some.sort(
        Comparator.comparingInt((Example it) -> mixed(it.features().hashCode()))
            .thenComparing(it -> new TreeMap<>(it.features()).toString())
            .thenComparing(it -> it.topics().stream().sorted().toList().toString()));
    return some;
  }

  private static int mixed(int hash) {
    int it = hash * 0x9E3779B9;
    return it ^ (it >>> 15);
  }
}
