package syndication.enrich.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What was learned, and how well.
///
/// @param tooFew articles of languages that have too few of them
public record Lesson(TopicModel model, List<Learned> languages, Map<String, Integer> tooFew) {

  /// What was learned of one language.
  ///
  /// @param leftOut topics with too few articles
  /// @param score on articles that were not learned from
  public record Learned(
      String language, long articles, Set<String> leftOut, CrossValidation.Result score) {}

  public Lesson {
    languages = List.copyOf(languages);
    tooFew = Map.copyOf(tooFew);
  }

  public boolean empty() {
    return languages.isEmpty();
  }

  /// The report, for people.
  ///
  /// @param label of a topic's code
  public List<String> lines(UnaryOperator<String> label) {
    var lines = new ArrayList<String>();
    for (Learned it : languages) {
      CrossValidation.Result score = it.score();
      lines.add(
          "%s: %d articles, %d topics; on articles not learned from (%d folds):"
              .formatted(
                  it.language(), it.articles(), score.topics().size(), CrossValidation.FOLDS));
      lines.add(
          "  likeliest topic right %s, precision %s, recall %s, F1 %s"
              .formatted(
                  percent(score.bestIsRight()),
                  percent(score.precision()),
                  percent(score.recall()),
                  percent(score.f1())));
      score
          .topics()
          .forEach((code, topic) ->
              lines.add(
                  "  %-16s %6d articles  precision %6s  recall %6s  %s"
                      .formatted(
                          code,
                          topic.examples(),
                          percent(topic.precision()),
                          percent(topic.recall()),
                          label.apply(code))));
      if (!it.leftOut().isEmpty()) {
        lines.add(
            "  left out, with fewer than %d articles: %s"
                .formatted(
                    Trainer.ARTICLES_OF_TOPIC_LEAST,
                    it.leftOut().stream().map(label).sorted().toList()));
      }
    }
    tooFew.forEach((language, articles) ->
        lines.add(
            "%s: %d articles are too few (expected: at least %d)"
                .formatted(language, articles, Trainer.ARTICLES_OF_LANGUAGE_LEAST)));
    return lines;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
