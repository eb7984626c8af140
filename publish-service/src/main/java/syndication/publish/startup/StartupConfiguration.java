package syndication.publish.startup;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import syndication.schema.DeliveryAttempted;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.Startup;

/// Waits for database, broker and registry, whichever comes first, then begins the work.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicsProperties.class)
public class StartupConfiguration {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int ANSWER_MILLIS_MAX = 2_000;

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  RegistrySchemaIds schemaIds(Environment environment) {
    return new RegistrySchemaIds(URI.create(environment.getRequiredProperty("syndicate.registry")));
  }

  @Bean
  EventCodec eventCodec(SchemaIds ids) {
    return new EventCodec(ids);
  }

  /// @param more what a role needs of the database, once that is there
  @Bean(destroyMethod = "close")
  Startup startup(
      DataSource database,
      KafkaAdmin broker,
      EventCodec codec,
      TopicsProperties topics,
      ObjectProvider<Startup.Step> more,
      ObjectProvider<WhenReady> work) {
    List<Startup.Step> steps = new ArrayList<>();
    steps.add(
        new Startup.Step(
            "database", () -> Flyway.configure().dataSource(database).load().migrate()));
    more.orderedStream().forEach(steps::add);
    steps.add(new Startup.Step("broker", () -> createTopics(broker, topics)));
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

  @Bean
  HealthIndicator brokerHealthIndicator(KafkaAdmin broker) {
    return () -> {
      try (Admin admin = admin(broker)) {
        int nodes =
            admin.describeCluster().nodes().get(ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS).size();
        return Health.up().withDetail("nodes", nodes).build();
      } catch (ExecutionException | TimeoutException e) {
        return Health.down().withDetail("reason", "the broker does not answer").build();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Health.unknown().build();
      }
    };
  }

  @Bean
  HealthIndicator registryHealthIndicator(RegistrySchemaIds registry) {
    // Schemas that are known are kept, so that work goes on without it.
    return () ->
        registry.answers()
            ? Health.up().build()
            : Health.unknown().withDetail("reason", "the schema registry does not answer").build();
  }

  private static void createTopics(KafkaAdmin broker, TopicsProperties topics) {
    try (Admin admin = admin(broker)) {
      new TopicCreation(topics.create(), topics.replication()).ensure(admin);
    }
  }

  private static Admin admin(KafkaAdmin broker) {
    Map<String, Object> properties = new HashMap<>(broker.getConfigurationProperties());
    properties.put("default.api.timeout.ms", ANSWER_MILLIS_MAX * 2);
    properties.put("request.timeout.ms", ANSWER_MILLIS_MAX);
    return Admin.create(properties);
  }
}
