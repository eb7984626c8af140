package syndication.ingest.sourcestore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.ingest.politeness.FeedEntries;
import syndication.ingest.politeness.FeedStates;
import syndication.ingest.politeness.Origins;
import syndication.ingest.source.IdempotentAnswers;
import syndication.ingest.source.Sources;
import syndication.ingest.websub.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/// What is remembered of sources, in PostgreSQL.
@Configuration(proxyBeanMethods = false)
public class SourceStoreConfiguration {

  @Bean
  Sources sources(JdbcClient jdbc) {
    return new PostgresSources(jdbc);
  }

  @Bean
  IdempotentAnswers idempotentAnswers(JdbcClient jdbc) {
    return new PostgresIdempotentAnswers(jdbc);
  }

  @Bean
  FeedStates feedStates(JdbcClient jdbc, JsonMapper json) {
    return new PostgresFeedStates(jdbc, json);
  }

  @Bean
  FeedEntries feedEntries(JdbcClient jdbc) {
    return new PostgresFeedEntries(jdbc);
  }

  @Bean
  Subscriptions subscriptions(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
    return new PostgresSubscriptions(jdbc, transaction, json);
  }

  @Bean
  Origins origins(JdbcClient jdbc) {
    return new PostgresOrigins(jdbc);
  }
}
