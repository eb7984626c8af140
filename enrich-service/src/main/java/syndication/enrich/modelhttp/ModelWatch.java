package syndication.enrich.modelhttp;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.enrich.model.ModelSummariser.Result;
import syndication.enrich.model.ModelSummariser.Watch;

/// Counts what came of the model's work, and remembers how it failed last.
final class ModelWatch implements Watch {

  private static final Logger logger = LoggerFactory.getLogger(ModelWatch.class);

  private final MeterRegistry meters;
  private volatile String lastFailure = "";

  ModelWatch(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void came(Result result) {
    switch (result) {
      case Result.Written _ -> count("written", "");
      case Result.Refused it -> count("refused", it.why().name());
      case Result.Skipped it -> count("skipped", it.why().name());
      case Result.Failed it -> {
        count("failed", "");
        if (!it.reason().equals(lastFailure)) {
          logger.atWarn().addKeyValue("reason", it.reason()).log("the model gave no summary");
        }
        lastFailure = it.reason();
      }
    }
  }

  String lastFailure() {
    return lastFailure;
  }

  private void count(String outcome, String why) {
    meters
        .counter("syndicate.enrich.model", "outcome", outcome, "why", why.toLowerCase(Locale.ROOT))
        .increment();
  }
}
