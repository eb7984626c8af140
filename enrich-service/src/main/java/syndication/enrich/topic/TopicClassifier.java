package syndication.enrich.topic;

import java.util.List;
import syndication.enrich.segment.Sentence;

/// Says what an article is about. Safe for use by several threads.
public interface TopicClassifier {

  /// @param title the title as a sentence, or none
  /// @param categories what the source calls it
  /// @return best first, no code twice
  List<Topic> topics(
      List<Sentence> title, List<Sentence> sentences, List<String> categories, String language);
}
