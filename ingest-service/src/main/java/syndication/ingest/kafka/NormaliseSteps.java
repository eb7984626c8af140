package syndication.ingest.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.revision.Revision;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.TraceContext;

/// Tells of what became of submissions: from the decision until Kafka has what follows from it.
final class NormaliseSteps {

  private final Traces traces;
  private final InstantSource clock;

  NormaliseSteps(Traces traces, InstantSource clock) {
    this.traces = traces;
    this.clock = clock;
  }

  /// @param event that Kafka has confirmed
  void ended(Event event) {
    switch (event) {
      case Event.Revised it -> traces.tell(() -> revised(it.revision()));
      case Event.SubmissionQuarantined it -> traces.tell(() -> quarantined(it.quarantined()));
      // Goes out beside the same revision's other event; what is erased has no way to go.
      case Event.Withdrawn _, Event.RevisionErased _, Event.SubmissionErased _ -> {}
    }
  }

  private Step revised(Revision it) {
    return step(
        it.provenance().traceId(),
        it.key(),
        it.provenance().receiptId(),
        it.made(),
        Map.of(
            "articleId", it.articleId(),
            "revision", Long.toString(it.number()),
            "kind", it.kind().name(),
            "sourceId", it.provenance().sourceId()),
        null);
  }

  private Step quarantined(Quarantined it) {
    return step(
        it.submission().traceId(),
        it.quarantineId(),
        it.submission().receiptId(),
        it.quarantinedAt(),
        Map.of(
            "quarantineId", it.quarantineId(),
            "submissionId", it.submission().submissionId(),
            "sourceId", it.submission().sourceId()),
        "quarantined");
  }

  private Step step(
      String traceId,
      String eventId,
      String receiptId,
      Instant began,
      Map<String, String> attributes,
      @Nullable String failure) {
    return new Step(
        "normalise",
        Step.Kind.CONSUMER,
        TraceContext.of(traceId, eventId),
        TraceContext.of(traceId, receiptId),
        began,
        Duration.between(began, clock.instant()),
        attributes,
        failure);
  }
}
