package syndication.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import syndication.ingest.normalise.Decided;
import syndication.ingest.normalise.Normaliser;
import syndication.ingest.normalise.Outcome;
import syndication.ingest.submission.Submission;

/// One wide log line and one count for each submission that is decided, and the time a revision
/// took. Never bodies.
final class MetricsJournal implements Normaliser.Journal {

  private static final Logger logger = LoggerFactory.getLogger("syndication.ingest.submissions");

  private final MeterRegistry meters;
  private final Timer latency;

  MetricsJournal(MeterRegistry meters) {
    this.meters = meters;
    this.latency =
        Timer.builder("syndicate.ingest.revision.latency")
            .description("From receipt of a submission to its revision")
            .publishPercentileHistogram()
            .register(meters);
  }

  @Override
  public void write(Entry entry) {
    Decided decided = entry.decided();
    String outcome = decided.outcome().name().toLowerCase(Locale.ROOT);
    meters
        .counter(
            "syndicate.ingest.submissions",
            Tags.of("source", entry.sourceId(), "outcome", outcome, "rule", decided.rule()))
        .increment();
    Duration took = Duration.between(entry.receivedAt(), entry.decidedAt());
    if (decided.outcome() == Outcome.PUBLISHED && entry.submission() != null) {
      latency.record(took.isNegative() ? Duration.ZERO : took);
    }
    LoggingEventBuilder line =
        logger
            .atInfo()
            .addKeyValue("receiptId", decided.receiptId())
            .addKeyValue("sourceId", entry.sourceId())
            .addKeyValue("outcome", outcome)
            .addKeyValue("rule", decided.rule())
            .addKeyValue("latencyMs", took.toMillis());
    if (decided.articleId() != null) {
      line = line.addKeyValue("articleId", decided.articleId());
    }
    if (decided.revision() != null) {
      line = line.addKeyValue("revision", decided.revision());
    }
    Submission submission = entry.submission();
    if (submission != null) {
      line =
          line.addKeyValue("submissionId", submission.submissionId())
              .addKeyValue("traceId", submission.traceId())
              .addKeyValue("bytes", submission.body().size());
    }
    line.log("submission decided");
  }
}
