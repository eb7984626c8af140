package syndication.enrich.curation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import syndication.enrich.segment.Sentence;
import syndication.enrich.topic.Topic;
import syndication.enrich.topic.TopicClassifier;

/// Reads a source's own categories by an operator's table, before anything else says what an
/// article is about. Categories that the table does not have go on as they are.
public final class CategoryTopics implements TopicClassifier {

  private final Map<String, String> codes;
  private final TopicClassifier next;

  /// @param codes of Media Topics by category; case does not matter
  public CategoryTopics(Map<String, String> codes, TopicClassifier next) {
    this.codes =
        codes.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(it -> key(it.getKey()), Map.Entry::getValue));
    this.next = next;
  }

  @Override
  public List<Topic> topics(
      List<Sentence> title, List<Sentence> sentences, List<String> categories, String language) {
    List<String> mapped = categories.stream().map(it -> codes.getOrDefault(key(it), it)).toList();
    return next.topics(title, sentences, mapped, language);
  }

  private static String key(String category) {
    return category.strip().toLowerCase(Locale.ROOT);
  }
}
