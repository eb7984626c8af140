package syndication.publish.metrics;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryObserver;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.Payload;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.TraceContext;

/// Tells of every attempt as a step of the article's trace; its context is what the partner gets as
/// `traceparent`.
final class DeliverSteps implements DeliveryObserver {

  private final Traces traces;

  DeliverSteps(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt) {
    traces.tell(() -> step(delivery, attempt));
  }

  @Override
  public void recorded(LedgerEntry entry) {}

  private static Step step(Delivery delivery, Attempt attempt) {
    Payload payload = delivery.payload();
    return new Step(
        "deliver",
        Step.Kind.CLIENT,
        TraceContext.of(payload.traceId(), EventIds.attempted(delivery.id(), attempt.number())),
        TraceContext.of(payload.traceId(), eventId(delivery)),
        attempt.at(),
        attempt.took(),
        Map.of(
            "partnerId", delivery.partnerId(),
            "subscriptionId", delivery.subscriptionId(),
            "deliveryId", delivery.id(),
            "articleId", payload.articleId(),
            "revision", Long.toString(payload.version().revision()),
            "type", delivery.type().wireName(),
            "attempt", Integer.toString(attempt.number())),
        failure(attempt.outcome()));
  }

  /// A withdrawal comes by a lane of its own, past enrichment.
  private static String eventId(Delivery delivery) {
    Payload it = delivery.payload();
    long revision = it.version().revision();
    return delivery.type() == EventType.WITHDRAWN
        ? EventIds.revised(it.articleId(), revision)
        : EventIds.enriched(it.articleId(), revision, it.version().enrichment());
  }

  private static @Nullable String failure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered _ -> null;
      case Outcome.Failed it -> it.reason();
      case Outcome.Gone _ -> "answered 410";
      case Outcome.Refused it -> it.reason();
    };
  }
}
