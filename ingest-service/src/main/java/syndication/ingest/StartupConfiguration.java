package syndication.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import syndication.schema.ArticleQuarantined;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleSubmitted;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.Startup;

/// Waits for what the service needs, then starts the work; tells by its health what it waits for.
@Configuration(proxyBeanMethods = false)
class StartupConfiguration {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Bean
  Startup startup(
      JdbcClient jdbc,
      DataSource dataSource,
      KafkaAdmin kafka,
      EventCodec codec,
      KafkaListenerEndpointRegistry listeners,
      DueLoop dueLoop,
      NormaliserProperties properties) {
    var topics = new TopicCreation(properties.createTopics(), properties.replicationFactor());
    return new Startup(
        List.of(
            new Startup.Step("database", () -> database(jdbc, dataSource)),
            new Startup.Step("broker", () -> broker(kafka, topics)),
            new Startup.Step("schema registry", () -> register(codec))),
        PAUSE,
        () -> {
          listeners.getListenerContainers().forEach(MessageListenerContainer::start);
          dueLoop.begin(properties.dueEvery(), properties.forgetEvery());
        });
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> startupBegins(Startup startup) {
    return _ -> startup.begin();
  }

  @Bean
  HealthIndicator startupHealthIndicator(Startup startup) {
    return () ->
        switch (startup.state()) {
          case Startup.State.Ready _ -> Health.up().build();
          case Startup.State.Waiting it ->
              Health.outOfService()
                  .withDetail("waitingFor", it.step())
                  .withDetail("reason", it.reason())
                  .build();
        };
  }

  @Bean
  HealthIndicator brokerHealthIndicator(KafkaListenerEndpointRegistry listeners, Startup startup) {
    return () -> {
      if (!startup.ready()) {
        return Health.unknown().build();
      }
      boolean running =
          listeners.getListenerContainers().stream().allMatch(MessageListenerContainer::isRunning);
      return Health.status(running ? Status.UP : Status.DOWN).build();
    };
  }

  // A registry that is gone after start is harmless: numbers are kept. It is told, not held
  // against.
  @Bean
  HealthIndicator registryHealthIndicator(SchemaIds ids) {
    return () ->
        ids instanceof RegistrySchemaIds it
            ? Health.up().withDetail("answers", it.answers()).build()
            : Health.up().build();
  }

  private static void database(JdbcClient jdbc, DataSource dataSource) {
    jdbc.sql("select 1").query(Integer.class).single();
    Flyway.configure().dataSource(dataSource).load().migrate();
  }

  private static void broker(KafkaAdmin kafka, TopicCreation topics) {
    try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
      topics.ensure(admin);
    }
  }

  private static void register(EventCodec codec) {
    Map.of(
            Topic.SUBMITTED, ArticleSubmitted.getClassSchema(),
            Topic.QUARANTINED, ArticleQuarantined.getClassSchema(),
            Topic.REVISED, ArticleRevised.getClassSchema(),
            Topic.WITHDRAWN, ArticleWithdrawn.getClassSchema())
        .forEach(codec::register);
  }
}
