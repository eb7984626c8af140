package syndication.publish.store;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.delivery.DeliveryStore;
import syndication.publish.partner.Partners;
import syndication.publish.replay.Replays;
import syndication.publish.signing.SecretSeal;
import syndication.publish.subscription.Subscriptions;
import syndication.schema.wire.Startup;
import tools.jackson.databind.json.JsonMapper;

/// What the delivery engine remembers, and where.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretsProperties.class)
public class StoreConfiguration {

  private static final Logger logger = LoggerFactory.getLogger(StoreConfiguration.class);

  private static final String IN_THE_CLEAR =
      "partners' signing secrets are stored in the clear: set SYNDICATE_PUBLISH_SECRETS_KEY or"
          + " SYNDICATE_PUBLISH_SECRETS_KEY_FILE";

  @Bean
  Postgres postgres(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return new Postgres(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  Partners partners(Postgres postgres) {
    return new PostgresPartners(postgres);
  }

  @Bean
  SecretSeal secretSeal(SecretsProperties properties) {
    return properties.seal(new SecureRandom());
  }

  @Bean
  StoredSecrets storedSecrets(Postgres postgres, SecretSeal seal) {
    return new StoredSecrets(postgres, seal);
  }

  @Bean
  Startup.Step sealSecrets(StoredSecrets secrets, SecretSeal seal) {
    return new Startup.Step(
        "partners' secrets",
        () -> {
          int sealed = secrets.sealAll();
          if (sealed > 0) {
            logger.info("sealed {} signing secrets anew", sealed);
          }
          if (seal.keyId().isEmpty()) {
            logger.warn("{}", IN_THE_CLEAR);
          }
        });
  }

  @Bean
  HealthIndicator secretsHealthIndicator(SecretSeal seal) {
    return () ->
        seal.keyId()
            .map(it -> Health.up().withDetail("sealedWithKey", it).build())
            .orElseGet(() -> Health.unknown().withDetail("reason", IN_THE_CLEAR).build());
  }

  @Bean
  Subscriptions subscriptions(Postgres postgres, StoredSecrets secrets) {
    return new PostgresSubscriptions(postgres, secrets, new JsonMapper());
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
