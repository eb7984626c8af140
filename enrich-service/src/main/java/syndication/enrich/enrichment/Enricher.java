package syndication.enrich.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import syndication.enrich.article.Article;

/// Runs the stages over an article. Safe for use by several threads.
public final class Enricher {

  /// Who wants to know how long each stage took.
  public interface Watch {
    void took(String stage, long nanos);
  }

  /// A stage failed on an article: a mistake of ours, and which stage has it.
  public static final class StageFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String stage;

    StageFailedException(String stage, RuntimeException cause) {
      super("stage " + stage + " failed: " + cause, cause);
      this.stage = stage;
    }

    public String stage() {
      return stage;
    }
  }

  private final List<Stage> stages;
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that only measures, such as `System::nanoTime`
  public Enricher(List<Stage> stages, LongSupplier nanoTime) {
    this.stages = List.copyOf(stages);
    this.nanoTime = nanoTime;
  }

  /// @throws StageFailedException when a stage has a bug
  public Enrichment enrich(Article article, Watch watch) {
    Draft draft = Draft.of(article);
    var results = new ArrayList<Enrichment.StageResult>(stages.size());
    for (Stage stage : stages) {
      long start = nanoTime.getAsLong();
      try {
        draft = stage.apply(draft);
      } catch (RuntimeException e) {
        throw new StageFailedException(stage.name(), e);
      }
      watch.took(stage.name(), nanoTime.getAsLong() - start);
      double sure = Math.round(stage.confidence(draft) * 1000) / 1000.0;
      results.add(new Enrichment.StageResult(stage.name(), stage.version(), sure));
    }
    return Enrichment.of(draft, results);
  }
}
