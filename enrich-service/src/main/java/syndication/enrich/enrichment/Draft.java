package syndication.enrich.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.enrich.article.Article;
import syndication.enrich.entity.Tag;
import syndication.enrich.fingerprint.Fingerprint;
import syndication.enrich.language.LanguageGuess;
import syndication.enrich.reading.Reading;
import syndication.enrich.segment.Sentence;
import syndication.enrich.summary.Summary;
import syndication.enrich.topic.Topic;

/// What is known of an article so far; each stage adds its part.
///
/// @param title the title as a sentence; empty when there is none
/// @param sentences those worth reading
/// @param fingerprint `null` until the stage ran
public record Draft(
    Article article,
    Reading reading,
    LanguageGuess language,
    List<Sentence> title,
    List<Sentence> sentences,
    List<Tag> tags,
    List<Topic> topics,
    List<String> keyphrases,
    Summary summary,
    int wordCount,
    @Nullable Fingerprint fingerprint) {

  /// What is known before the first stage: the article as it came.
  public static Draft of(Article article) {
    return new Draft(
        article,
        new Reading(article.title(), List.of(), 0),
        LanguageGuess.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Summary.NONE,
        0,
        null);
  }

  Draft with(Reading it) {
    return new Draft(
        article,
        it,
        language,
        title,
        sentences,
        tags,
        topics,
        keyphrases,
        summary,
        wordCount,
        fingerprint);
  }

  Draft with(LanguageGuess it) {
    return new Draft(
        article,
        reading,
        it,
        title,
        sentences,
        tags,
        topics,
        keyphrases,
        summary,
        wordCount,
        fingerprint);
  }

  Draft withSentences(List<Sentence> titleSentence, List<Sentence> it) {
    return new Draft(
        article,
        reading,
        language,
        titleSentence,
        it,
        tags,
        topics,
        keyphrases,
        summary,
        wordCount,
        fingerprint);
  }

  Draft withTags(List<Tag> it) {
    return new Draft(
        article,
        reading,
        language,
        title,
        sentences,
        it,
        topics,
        keyphrases,
        summary,
        wordCount,
        fingerprint);
  }

  Draft withTopics(List<Topic> it) {
    return new Draft(
        article,
        reading,
        language,
        title,
        sentences,
        tags,
        it,
        keyphrases,
        summary,
        wordCount,
        fingerprint);
  }

  Draft withKeyphrases(List<String> it) {
    return new Draft(
        article,
        reading,
        language,
        title,
        sentences,
        tags,
        topics,
        it,
        summary,
        wordCount,
        fingerprint);
  }

  Draft with(Summary it) {
    return new Draft(
        article,
        reading,
        language,
        title,
        sentences,
        tags,
        topics,
        keyphrases,
        it,
        wordCount,
        fingerprint);
  }

  Draft withFacts(int words, Fingerprint it) {
    return new Draft(
        article, reading, language, title, sentences, tags, topics, keyphrases, summary, words, it);
  }
}
