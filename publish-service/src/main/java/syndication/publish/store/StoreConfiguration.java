package syndication.publish.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.delivery.DeliveryStore;
import syndication.publish.partner.Partners;
import syndication.publish.replay.Replays;
import syndication.publish.subscription.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/// What the delivery engine remembers, and where.
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  @Bean
  Postgres postgres(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return new Postgres(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  Partners partners(Postgres postgres) {
    return new PostgresPartners(postgres);
  }

  @Bean
  Subscriptions subscriptions(Postgres postgres) {
    return new PostgresSubscriptions(postgres, new JsonMapper());
  }

  @Bean
  DeliveryStore deliveryStore(Postgres postgres) {
    return new PostgresDeliveries(postgres);
  }

  @Bean
  DeliveryLog deliveryLog(Postgres postgres) {
    return new PostgresDeliveryLog(postgres);
  }

  @Bean
  Replays replays(Postgres postgres) {
    return new PostgresReplays(postgres);
  }
}
