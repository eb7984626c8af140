package syndication.ingest.store;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The PostgreSQL edge.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
public class StoreConfiguration {

  @Bean
  PostgresLedger ledger(
      JdbcClient jdbc, PlatformTransactionManager transactions, StoreProperties properties) {
    return new PostgresLedger(
        jdbc, new TransactionTemplate(transactions), properties.nearDuplicatesMax());
  }

  @Bean
  PostgresRecords records(JdbcClient jdbc) {
    return new PostgresRecords(jdbc);
  }
}
