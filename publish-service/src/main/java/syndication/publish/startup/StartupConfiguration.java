package syndication.publish.startup;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import syndication.schema.DeliveryAttempted;
import syndication.schema.topic.Broker;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.SendWatch;
import syndication.schema.wire.Startup;

/// Waits for database, broker and registry, whichever comes first, then begins the work.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicsProperties.class)
public class StartupConfiguration {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  RegistrySchemaIds schemaIds(Environment environment) {
    return new RegistrySchemaIds(URI.create(environment.getRequiredProperty("syndicate.registry")));
  }

  @Bean(destroyMethod = "close")
  Traces traces(Environment environment) {
    return Traces.to(
        "publish-service",
        environment.getProperty("syndicate.otlp.endpoint", ""),
        environment.getProperty("syndicate.otlp.share", Double.class, 1.0));
  }

  @Bean
  EventCodec eventCodec(SchemaIds ids) {
    return new EventCodec(ids);
  }

  /// @param more what a role needs of the database, once that is there
  @Bean(destroyMethod = "close")
  Startup startup(
      DataSource database,
      Broker broker,
      EventCodec codec,
      TopicsProperties topics,
      ObjectProvider<Startup.Step> more,
      ObjectProvider<WhenReady> work) {
    var creation = new TopicCreation(topics.create(), topics.replicationFactor());
    List<Startup.Step> steps = new ArrayList<>();
    steps.add(
        new Startup.Step(
            "database", () -> Flyway.configure().dataSource(database).load().migrate()));
    more.orderedStream().forEach(steps::add);
    steps.add(new Startup.Step("broker", () -> broker.ensure(creation)));
    steps.add(
        new Startup.Step(
            "schema registry",
            () -> codec.register(Topic.DELIVERIES_ATTEMPTED, DeliveryAttempted.getClassSchema())));
    return new Startup(steps, BETWEEN_TRIES, () -> work.orderedStream().forEach(WhenReady::begin));
  }

  /// Starts the listeners that were declared by annotation.
  @Bean
  @Order(20)
  WhenReady beginListeners(ObjectProvider<KafkaListenerEndpointRegistry> listeners) {
    return () ->
        listeners.ifAvailable(
            it -> it.getListenerContainers().forEach(MessageListenerContainer::start));
  }

  @Bean
  ApplicationRunner beginStartup(Startup startup) {
    return _ -> startup.begin();
  }

  @Bean
  HealthIndicator startupHealthIndicator(Startup startup) {
    return () ->
        switch (startup.state()) {
          case Startup.State.Ready _ -> Health.up().build();
          case Startup.State.Waiting(String step, String reason) ->
              Health.outOfService()
                  .withDetail("waitingFor", step)
                  .withDetail("reason", reason)
                  .build();
        };
  }

  @Bean(destroyMethod = "close")
  Broker broker(KafkaAdmin kafka) {
    return new Broker(kafka.getConfigurationProperties());
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

  @Bean
  HealthIndicator registryHealthIndicator(RegistrySchemaIds registry) {
    // Schemas that are known are kept, so that work goes on without it.
    return () ->
        registry.answers()
            ? Health.up().build()
            : Health.unknown().withDetail("reason", RegistrySchemaIds.AWAY).build();
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
      ObjectProvider<MessageListenerContainer> listeners, Startup startup) {
    return () -> {
      List<String> stopped =
          listeners.stream()
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
}
