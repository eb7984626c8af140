package syndication.publish.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.DeliveryStore.Backlog;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.LaneStatus;

/// What each lane looks like now: alert on the age of the oldest undelivered, not on its number.
final class LaneGauges {

  private final Engine engine;
  private final InstantSource clock;
  private final MultiGauge oldest;
  private final MultiGauge parked;
  private final MultiGauge inFlight;
  private final MultiGauge limit;
  private final MultiGauge open;

  LaneGauges(Engine engine, InstantSource clock, MeterRegistry meters) {
    this.engine = engine;
    this.clock = clock;
    this.oldest = gauge("syndicate.delivery.oldest.undelivered.seconds", meters);
    this.parked = gauge("syndicate.delivery.parked", meters);
    this.inFlight = gauge("syndicate.delivery.in.flight", meters);
    this.limit = gauge("syndicate.delivery.in.flight.limit", meters);
    this.open = gauge("syndicate.delivery.breaker.open", meters);
  }

  /// To be called now and then.
  void refresh() {
    List<LaneStatus> lanes = engine.lanes();
    register(oldest, lanes, this::ageSeconds);
    register(parked, lanes, this::parked);
    register(inFlight, lanes, LaneStatus::inFlight);
    register(limit, lanes, LaneStatus::inFlightLimit);
    register(open, lanes, it -> it.breaker().equals("CLOSED") ? 0 : 1);
  }

  private double ageSeconds(LaneStatus lane) {
    Backlog backlog = backlog(lane);
    return backlog == null
        ? 0
        : Duration.between(backlog.oldest(), clock.instant()).toMillis() / 1000.0;
  }

  private double parked(LaneStatus lane) {
    Backlog backlog = backlog(lane);
    return backlog == null ? 0 : backlog.parked();
  }

  private @Nullable Backlog backlog(LaneStatus lane) {
    return engine.backlogs().get(lane.subscriptionId());
  }

  private static void register(
      MultiGauge gauge, List<LaneStatus> lanes, ToDoubleFunction<LaneStatus> value) {
    gauge.register(
        lanes.stream()
            .<Row<?>>map(it ->
                Row.of(
                    Tags.of("partner", it.partnerId(), "subscription", it.subscriptionId()),
                    value.applyAsDouble(it)))
            .toList(),
        true);
  }

  private static MultiGauge gauge(String name, MeterRegistry meters) {
    return MultiGauge.builder(name).register(meters);
  }
}
