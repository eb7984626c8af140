package syndication.enrich.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.summary.Summariser;
import syndication.enrich.summary.Summary;
import syndication.enrich.words.Lexicon;

/// Summaries by a language model where the model's text stands up to its article, and by another
/// summariser where it does not. What the source wrote itself is never replaced.
public final class ModelSummariser implements Summariser {

  private static final int TEASER_CHARS_MAX = 160;
  private static final double CONFIDENCE = 0.8;

  /// How often a summary is longer than asked for and still short.
  private static final double WORDS_SLACK = 1.3;

  /// Fewer sentences are a summary of themselves.
  private static final int SENTENCES_LEAST = 4;

  /// What a question may cost.
  ///
  /// @param wordsLeast a summary is asked to have
  /// @param wordsMost a summary is asked to have
  /// @param textCharsMost of an article, in UTF-16 units; what follows is not told
  /// @param answerTokensMost the model may say, its thoughts included
  public record Bounds(int wordsLeast, int wordsMost, int textCharsMost, int answerTokensMost) {
    int wordsAcceptedLeast() {
      return wordsLeast / 2;
    }

    int wordsAcceptedMost() {
      return (int) (wordsMost * WORDS_SLACK);
    }
  }

  /// What came of an article.
  public sealed interface Result {
    record Written(Summary summary) implements Result {}

    /// The model answered, and its text does not stand.
    record Refused(Refusal why) implements Result {}

    /// No text came.
    record Failed(String reason) implements Result {}

    /// The model was not asked.
    record Skipped(Skip why) implements Result {}
  }

  /// Why a model was not asked.
  public enum Skip {
    /// The source's own description is the summary.
    DESCRIBED,
    /// There is next to nothing to shorten.
    SHORT,
    LANGUAGE_UNKNOWN,
    NAMES_UNKNOWN,
    BUDGET,
    BREAKER_OPEN
  }

  /// Who wants to know.
  @FunctionalInterface
  public interface Watch {
    void came(Result result);
  }

  private final ChatModel model;
  private final SummaryCheck check;
  private final Prompts prompts;
  private final Lexicon lexicon;
  private final Summariser fallback;
  private final Watch watch;

  /// @param fallback whose summary stands where the model's does not
  public ModelSummariser(
      ChatModel model,
      SummaryCheck check,
      Bounds bounds,
      Lexicon lexicon,
      Summariser fallback,
      Watch watch) {
    this.model = model;
    this.check = check;
    this.prompts =
        new Prompts(
            bounds.wordsLeast(),
            bounds.wordsMost(),
            bounds.textCharsMost(),
            bounds.answerTokensMost());
    this.lexicon = lexicon;
    this.fallback = fallback;
    this.watch = watch;
  }

  @Override
  public Summary summarise(
      String title, List<Sentence> sentences, @Nullable String description, String language) {
    Summary base = fallback.summarise(title, sentences, description, language);
    Result result = result(title, sentences, language, base);
    watch.came(result);
    return result instanceof Result.Written(Summary written) ? written : base;
  }

  private Result result(String title, List<Sentence> sentences, String language, Summary base) {
    if (base.method() == Summary.Method.DESCRIPTION) {
      return new Result.Skipped(Skip.DESCRIBED);
    }
    if (language.equals("und")) {
      return new Result.Skipped(Skip.LANGUAGE_UNKNOWN);
    }
    Material article = Material.of(title, sentences, language, lexicon);
    if (article.sentences().size() < SENTENCES_LEAST) {
      return new Result.Skipped(Skip.SHORT);
    }
    if (!SummaryCheck.namesShow(article.sentences())) {
      return new Result.Skipped(Skip.NAMES_UNKNOWN);
    }
    return switch (model.ask(prompts.of(article))) {
      case ChatModel.Answer.Said it -> judged(it, article, base);
      case ChatModel.Answer.Unavailable it -> new Result.Failed(it.reason());
      case ChatModel.Answer.Unusable it -> new Result.Failed(it.reason());
      case ChatModel.Answer.NotAsked it ->
          new Result.Skipped(
              switch (it.why()) {
                case BUDGET -> Skip.BUDGET;
                case BREAKER_OPEN -> Skip.BREAKER_OPEN;
              });
    };
  }

  private Result judged(ChatModel.Answer.Said answer, Material article, Summary base) {
    if (answer.cut()) {
      return new Result.Refused(Refusal.CUT);
    }
    return switch (AnswerText.of(answer.text())) {
      case AnswerText.Result.Refused it -> new Result.Refused(it.why());
      case AnswerText.Result.Prose it -> {
        List<Sentence> summary = check.cut(it.text(), article.language());
        Refusal refusal = check.refusal(it.text(), summary, article);
        yield refusal == null
            ? new Result.Written(
                new Summary(it.text(), teaser(summary, base), Summary.Method.MODEL, CONFIDENCE))
            : new Result.Refused(refusal);
      }
    };
  }

  private static @Nullable String teaser(List<Sentence> summary, Summary base) {
    String first = summary.getFirst().text();
    return first.length() <= TEASER_CHARS_MAX ? first : base.teaser();
  }
}
