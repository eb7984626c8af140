package syndication.publish.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryObserver;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.RetryPolicy.NextStep;

/// Counts and times attempts by subscription.
final class DeliveryMetrics implements DeliveryObserver {

  private final MeterRegistry meters;
  private final Map<String, Meters> bySubscription = new ConcurrentHashMap<>();

  DeliveryMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt) {
    Meters own = of(delivery);
    own.took().record(attempt.took());
    switch (attempt.outcome()) {
      case Outcome.Delivered _ -> own.delivered().increment();
      case Outcome.Failed _ -> own.failed().increment();
      case Outcome.Gone _, Outcome.Refused _ -> own.refused().increment();
    }
  }

  @Override
  public void recorded(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Failed it -> {
        if (it.next() instanceof NextStep.DeadLetter) {
          of(it.delivery()).deadLettered().increment();
        }
      }
      case LedgerEntry.Receipted _,
          LedgerEntry.Parked _,
          LedgerEntry.Leased _,
          LedgerEntry.Dropped _ -> {}
    }
  }

  private Meters of(Delivery delivery) {
    return bySubscription.computeIfAbsent(
        delivery.subscriptionId(), it -> open(delivery.partnerId(), it));
  }

  private Meters open(String partnerId, String subscriptionId) {
    String[] tags = {"partner", partnerId, "subscription", subscriptionId};
    return new Meters(
        Timer.builder("syndicate.delivery.attempt")
            .description("How long partners take to answer")
            .publishPercentileHistogram(false)
            .tags(tags)
            .register(meters),
        counter("delivered", tags),
        counter("failed", tags),
        counter("refused", tags),
        counter("dead-lettered", tags));
  }

  private Counter counter(String outcome, String... tags) {
    return Counter.builder("syndicate.delivery.attempts")
        .description("Attempts by outcome")
        .tags(tags)
        .tag("outcome", outcome)
        .register(meters);
  }

  private record Meters(
      Timer took, Counter delivered, Counter failed, Counter refused, Counter deadLettered) {}
}
