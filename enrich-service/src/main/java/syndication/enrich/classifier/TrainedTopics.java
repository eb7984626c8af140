package syndication.enrich.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import syndication.enrich.segment.Sentence;
import syndication.enrich.topic.Topic;
import syndication.enrich.topic.TopicClassifier;
import syndication.enrich.topic.Vocabulary;
import syndication.enrich.words.Lexicon;

/// Topics by what an operator's own articles taught, together with the word lists and the source's
/// categories: a category counts as it always does, a topic that was learned counts by what was
/// learned and a little by the lists, and one that was never taught by the lists alone.
public final class TrainedTopics implements TopicClassifier {

  /// What the lists may add to a learned topic.
  private static final double LISTS_SHARE = 0.2;

  /// A category of the source itself is surer than anything that was counted.
  private static final double CATEGORY_CONFIDENCE = 0.95;

  /// So that what was learned never stands before what the source says.
  private static final double LEARNED_MOST = 0.94;

  /// Below it a topic is as likely wrong as right.
  static final double CONFIDENCE_LEAST = 0.5;

  private final TopicModel model;
  private final Features features;
  private final Vocabulary vocabulary;
  private final TopicClassifier lists;
  private final int most;

  /// @param lists categories and word lists
  /// @param most topics of one article
  public TrainedTopics(
      TopicModel model, Lexicon lexicon, Vocabulary vocabulary, TopicClassifier lists, int most) {
    this.model = model;
    this.features = new Features(lexicon);
    this.vocabulary = vocabulary;
    this.lists = lists;
    this.most = most;
  }

  @Override
  public List<Topic> topics(
      List<Sentence> title, List<Sentence> sentences, List<String> categories, String language) {
    List<Topic> listed = lists.topics(title, sentences, categories, language);
    NaiveBayes learned = model.of(language);
    if (learned == null) {
      return listed;
    }
    Map<String, Double> probabilities =
        learned.probabilities(features.of(title, sentences, language));
    if (probabilities.isEmpty()) {
      return listed;
    }
    Map<String, Double> confidence = new TreeMap<>();
    listed.forEach(it -> confidence.put(it.code(), it.confidence()));
    probabilities.forEach((code, likely) -> {
      double byLists = confidence.getOrDefault(code, 0.0);
      if (byLists < CATEGORY_CONFIDENCE) {
        double sure = (1 - LISTS_SHARE) * likely + LISTS_SHARE * Math.max(byLists, likely);
        confidence.put(code, Math.min(LEARNED_MOST, sure));
      }
    });
    withParents(confidence, probabilities);
    return best(confidence, probabilities);
  }

  private void withParents(Map<String, Double> confidence, Map<String, Double> learned) {
    for (Map.Entry<String, Double> it : List.copyOf(confidence.entrySet())) {
      Vocabulary.Concept concept = vocabulary.concept(it.getKey());
      String parent = concept == null ? null : concept.parent();
      if (parent != null && learned.containsKey(it.getKey())) {
        confidence.merge(parent, it.getValue(), Math::max);
      }
    }
  }

  private List<Topic> best(Map<String, Double> confidence, Map<String, Double> learned) {
    var topics = new ArrayList<Topic>();
    confidence.forEach((code, sure) -> {
      Vocabulary.Concept concept = vocabulary.concept(code);
      if (concept != null && (sure >= CONFIDENCE_LEAST || !learned.containsKey(code))) {
        topics.add(new Topic(code, concept.label(), Math.round(sure * 100) / 100.0));
      }
    });
    topics.sort(
        Comparator.comparingDouble(Topic::confidence).reversed().thenComparing(Topic::code));
    return List.copyOf(topics.subList(0, Math.min(most, topics.size())));
  }
}
