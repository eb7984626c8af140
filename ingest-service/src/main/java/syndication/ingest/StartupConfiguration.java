package syndication.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
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
import syndication.schema.topic.Broker;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.SendWatch;
import syndication.schema.wire.Startup;

/// Waits for what the service needs, then starts the work; tells by its health what it waits for.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class StartupConfiguration {

  private static final Duration PAUSE = Duration.ofMillis(250);

  @Bean
  Startup startup(
      JdbcClient jdbc,
      DataSource dataSource,
      Broker broker,
      EventCodec codec,
      KafkaListenerEndpointRegistry listeners,
      DueLoop dueLoop,
      NormaliserProperties properties,
      TopicProperties topicProperties) {
    var topics = new TopicCreation(topicProperties.create(), topicProperties.replicationFactor());
    return new Startup(
        List.of(
            new Startup.Step("database", () -> database(jdbc, dataSource)),
            new Startup.Step("broker", () -> broker.ensure(topics)),
            new Startup.Step("schema registry", () -> register(codec))),
        PAUSE,
        () -> {
          listeners.getListenerContainers().forEach(MessageListenerContainer::start);
          dueLoop.begin(properties.dueEvery(), properties.forgetEvery());
        });
  }

  @Bean(destroyMethod = "close")
  Broker broker(KafkaAdmin kafka) {
    return new Broker(kafka.getConfigurationProperties());
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
  HealthIndicator brokerHealthIndicator(Broker broker) {
    return () -> {
      try {
        return Health.up().withDetail("nodes", broker.nodes()).build();
      } catch (IllegalStateException e) {
        return Health.down().withDetail("reason", String.valueOf(e.getMessage())).build();
      }
    };
  }

  // A registry that is gone after start is harmless: numbers are kept. It is told, not held
  // against.
  @Bean
  HealthIndicator registryHealthIndicator(SchemaIds ids) {
    return () ->
        ids instanceof RegistrySchemaIds it && !it.answers()
            ? Health.unknown().withDetail("reason", RegistrySchemaIds.AWAY).build()
            : Health.up().build();
  }

  @Bean
  SendWatch sendWatch(InstantSource clock) {
    return new SendWatch(clock);
  }

  @Bean
  DefaultKafkaProducerFactoryCustomizer sendsAreWatched(SendWatch watch) {
    return factory -> factory.updateConfigs(watch.producerConfig());
  }

  @Bean
  HealthIndicator sendingHealthIndicator(SendWatch watch) {
    return () ->
        watch
            .trouble()
            .map(it -> Health.down().withDetail("reason", it).build())
            .orElseGet(() -> Health.up().build());
  }

  /// A listener that an error of the JVM has stopped does not come back by itself.
  @Bean
  HealthIndicator listenersHealthIndicator(
      KafkaListenerEndpointRegistry listeners, Startup startup) {
    return () -> {
      List<String> stopped =
          listeners.getListenerContainers().stream()
              .filter(it -> !it.isRunning())
              .map(it -> String.valueOf(it.getListenerId()))
              .toList();
      return !startup.ready() || stopped.isEmpty()
          ? Health.up().build()
          : Health.down()
              .withDetail("reason", stopped + " stopped; its log says why. Restart this service")
              .build();
    };
  }

  private static void database(JdbcClient jdbc, DataSource dataSource) {
    jdbc.sql("select 1").query(Integer.class).single();
    Flyway.configure().dataSource(dataSource).load().migrate();
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
