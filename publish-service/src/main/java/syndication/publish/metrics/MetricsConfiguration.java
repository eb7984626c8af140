package syndication.publish.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.delivery.DeliveryObserver;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.StoreUnavailableException;
import syndication.publish.startup.WhenReady;
import syndication.schema.trace.Traces;

/// Numbers for operators, and the upkeep of what they are taken from.
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  private static final Logger logger = LoggerFactory.getLogger(MetricsConfiguration.class);
  private static final Duration REFRESH = Duration.ofSeconds(5);
  private static final Duration UPKEEP = Duration.ofMinutes(1);

  /// How long what ended, and attempts, can be looked up.
  private static final Duration KEPT = Duration.ofDays(30);

  /// Rows a delete takes at once, so that it holds no locks for long.
  private static final int ROWS_MAX = 5_000;

  @Bean
  DeliveryObserver deliveryMetrics(MeterRegistry meters) {
    return new DeliveryMetrics(meters);
  }

  @Bean
  DeliveryObserver deliverSteps(Traces traces) {
    return new DeliverSteps(traces);
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService upkeep() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name("delivery-upkeep").daemon().factory());
  }

  @Bean
  @Order(40)
  WhenReady beginUpkeep(
      ScheduledExecutorService upkeep,
      Engine engine,
      DeliveryLog log,
      InstantSource clock,
      MeterRegistry meters) {
    var gauges = new LaneGauges(engine, clock, meters);
    return () -> {
      every(upkeep, REFRESH, gauges::refresh);
      every(upkeep, UPKEEP, () -> log.forget(clock.instant().minus(KEPT), ROWS_MAX));
    };
  }

  private static void every(ScheduledExecutorService upkeep, Duration pause, Runnable action) {
    var _ =
        upkeep.scheduleWithFixedDelay(
            () -> {
              try {
                action.run();
              } catch (StoreUnavailableException e) {
                logger.debug("later, the store is away: {}", e.getMessage());
              }
            },
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }
}
