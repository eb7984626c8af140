package syndication.enrich.modelhttp;

import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import syndication.enrich.model.Breaker;
import syndication.enrich.model.Budget;

/// How the model does. It is always up for the service: articles go out without it.
final class ModelHealth implements HealthIndicator {

  private final ModelProperties properties;
  private final Breaker breaker;
  private final Budget budget;
  private final ModelWatch watch;
  private final InstantSource clock;

  ModelHealth(
      ModelProperties properties,
      Breaker breaker,
      Budget budget,
      ModelWatch watch,
      InstantSource clock) {
    this.properties = properties;
    this.breaker = breaker;
    this.budget = budget;
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public Health health() {
    var now = clock.instant();
    Health.Builder it =
        Health.up()
            .withDetail("model", properties.name())
            .withDetail("breaker", breaker.state(now))
            .withDetail("tokensToday", budget.spent(now))
            .withDetail("tokensPerDay", properties.tokensPerDay());
    String failure = watch.lastFailure();
    return failure.isEmpty() ? it.build() : it.withDetail("lastFailure", failure).build();
  }
}
