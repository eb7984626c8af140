package syndication.publish;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import syndication.publish.api.ApiConfiguration;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryObserver;
import syndication.publish.delivery.DeliveryStore;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.LaneSettings;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.PartnerClients;
import syndication.publish.kafka.DeliveryKafkaConfiguration;
import syndication.publish.metrics.MetricsConfiguration;
import syndication.publish.replay.Archive;
import syndication.publish.replay.ReplayRunner;
import syndication.publish.replay.Replays;
import syndication.publish.startup.ConditionalOnRole;
import syndication.publish.startup.Role;
import syndication.publish.startup.WhenReady;
import syndication.publish.store.StoreConfiguration;
import syndication.publish.subscription.Subscriptions;
import syndication.publish.webhook.WebhookConfiguration;

/// The delivery role: the engine and its edges.
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.DELIVERY)
@Import({
  ApiConfiguration.class,
  DeliveryKafkaConfiguration.class,
  MetricsConfiguration.class,
  StoreConfiguration.class,
  WebhookConfiguration.class,
})
class DeliveryConfiguration {

  @Bean(destroyMethod = "close")
  Engine engine(
      Subscriptions subscriptions,
      DeliveryStore store,
      PartnerClients clients,
      List<DeliveryObserver> observers,
      InstantSource clock) {
    return new Engine(
        subscriptions,
        store,
        clients,
        new Observers(observers),
        clock,
        new Random(),
        LaneSettings.DEFAULT);
  }

  @Bean(destroyMethod = "close")
  ReplayRunner replayRunner(
      Engine engine, Archive archive, Replays replays, Subscriptions subscriptions) {
    return new ReplayRunner(engine, archive, replays, subscriptions);
  }

  @Bean
  @Order(30)
  WhenReady resumeReplays(ReplayRunner replays) {
    return replays::resume;
  }

  private record Observers(List<DeliveryObserver> all) implements DeliveryObserver {
    @Override
    public void attempted(Delivery delivery, Attempt attempt) {
      all.forEach(it -> it.attempted(delivery, attempt));
    }

    @Override
    public void recorded(LedgerEntry entry) {
      all.forEach(it -> it.recorded(entry));
    }
  }
}
