package syndication.ingest.submissionlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import syndication.ingest.source.Received;
import syndication.ingest.source.SubmissionLog;
import syndication.ingest.source.SubmissionLogUnavailableException;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.TraceContext;

/// Tells of each submission as the step with which an article's trace begins: from when it was
/// received until Kafka has it.
final class TracedSubmissionLog implements SubmissionLog {

  private final SubmissionLog log;
  private final Traces traces;
  private final InstantSource clock;
  private final Supplier<Optional<TraceContext>> caller;

  /// @param caller the step of whoever hands in, when the submissions come by a request
  TracedSubmissionLog(
      SubmissionLog log,
      Traces traces,
      InstantSource clock,
      Supplier<Optional<TraceContext>> caller) {
    this.log = log;
    this.traces = traces;
    this.clock = clock;
    this.caller = caller;
  }

  @Override
  public void append(List<Received> submissions) {
    try {
      log.append(submissions);
      tell(submissions, null);
    } catch (SubmissionLogUnavailableException e) {
      tell(submissions, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void tell(List<Received> submissions, @Nullable String failure) {
    for (Received it : submissions) {
      traces.tell(() -> step(it, clock.instant(), failure));
    }
  }

  private Step step(Received it, Instant now, @Nullable String failure) {
    return new Step(
        "accept",
        it.road() == Received.Road.HTTP ? Step.Kind.SERVER : Step.Kind.CONSUMER,
        TraceContext.of(it.traceId(), it.receiptId()),
        parent(it),
        it.receivedAt(),
        Duration.between(it.receivedAt(), now),
        Map.of(
            "sourceId", it.sourceId().value(),
            "submissionId", it.submissionId(),
            "receiptId", it.receiptId(),
            "road", it.road().name()),
        failure);
  }

  private @Nullable TraceContext parent(Received it) {
    String fetchId = it.attributes().get(Received.FETCH_ID);
    return fetchId == null
        ? caller.get().filter(caller -> caller.traceId().equals(it.traceId())).orElse(null)
        : TraceContext.of(it.traceId(), fetchId);
  }
}
