package syndication.enrich.enrichment;

import java.util.List;
import syndication.enrich.entity.Tag;
import syndication.enrich.language.LanguageGuess;
import syndication.enrich.summary.Summary;
import syndication.enrich.topic.Topic;

/// What the stages make of an article: the same article always gives the same enrichment.
///
/// @param stages what made it, in order
public record Enrichment(
    LanguageGuess language,
    Summary summary,
    List<Tag> tags,
    List<Topic> topics,
    List<String> keyphrases,
    int wordCount,
    int readingTimeSeconds,
    List<StageResult> stages) {

  // Adults read 238 words of prose a minute (Brysbaert 2019).
  private static final int WORDS_PER_MINUTE = 238;

  /// @param confidence 0 to 1
  public record StageResult(String stage, String version, double confidence) {}

  public Enrichment {
    tags = List.copyOf(tags);
    topics = List.copyOf(topics);
    keyphrases = List.copyOf(keyphrases);
    stages = List.copyOf(stages);
  }

  static Enrichment of(Draft draft, List<StageResult> stages) {
    return new Enrichment(
        draft.language(),
        draft.summary(),
        draft.tags(),
        draft.topics(),
        draft.keyphrases(),
        draft.wordCount(),
        (draft.wordCount() * 60 + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE,
        stages);
  }
}
