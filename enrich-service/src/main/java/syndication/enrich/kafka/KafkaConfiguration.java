package syndication.enrich.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.kafka.replay.Replays;
import syndication.schema.ArticleEnriched;
import syndication.schema.topic.Broker;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.SendWatch;
import syndication.schema.wire.Startup;

/// Wires the Kafka edge: the listener, its errors, and the start.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RegistryProperties.class, TopicProperties.class})
public class KafkaConfiguration {

  // An outage is retried for ever: often at first, then every half minute.
  private static final Duration RETRY_FIRST = Duration.ofMillis(500);
  private static final Duration RETRY_MOST = Duration.ofSeconds(30);
  private static final Duration STARTUP_PAUSE = Duration.ofMillis(250);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  RegistrySchemaIds schemaIds(RegistryProperties registry) {
    return new RegistrySchemaIds(registry.registry());
  }

  @Bean(destroyMethod = "close")
  Traces traces(Environment environment) {
    return Traces.to(
        "enrich-service",
        environment.getProperty("syndicate.otlp.endpoint", ""),
        environment.getProperty("syndicate.otlp.share", Double.class, 1.0));
  }

  @Bean
  EventCodec eventCodec(SchemaIds ids) {
    return new EventCodec(ids);
  }

  @Bean(destroyMethod = "close")
  Broker broker(KafkaAdmin admin) {
    return new Broker(admin.getConfigurationProperties());
  }

  @Bean(destroyMethod = "close")
  ExecutorService enrichmentPool() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Executors.newFixedThreadPool(
        cores, Thread.ofPlatform().name("enrich-", 0).daemon().factory());
  }

  @Bean
  DeadLetterPublishingRecoverer deadLetters(KafkaTemplate<String, byte[]> template) {
    String topic = Topic.REVISED.deadLetters().topicName();
    var recoverer =
        new DeadLetterPublishingRecoverer(template, (_, _) -> new TopicPartition(topic, -1));
    recoverer.setFailIfSendResultIsError(true);
    recoverer.addHeadersFunction(
        (_, failure) -> new RecordHeaders().add("syndicate-stage", DeadLetterStage.of(failure)));
    return recoverer;
  }

  @Bean
  DefaultErrorHandler errorHandler(DeadLetterPublishingRecoverer deadLetters) {
    var backOff = new ExponentialBackOff(RETRY_FIRST.toMillis(), 2);
    backOff.setMaxInterval(RETRY_MOST.toMillis());
    return new DefaultErrorHandler(deadLetters, backOff);
  }

  @Bean
  EnrichedRecords enrichedRecords(EventCodec codec) {
    return new EnrichedRecords(codec);
  }

  @Bean
  RevisedListener revisedListener(
      EventCodec codec,
      Enricher enricher,
      ExecutorService enrichmentPool,
      KafkaTemplate<String, byte[]> template,
      DeadLetterPublishingRecoverer deadLetters,
      MeterRegistry meters,
      InstantSource clock,
      Traces traces,
      EnrichedRecords records,
      ObjectProvider<ModelRevisions> model) {
    AfterEnrichment after = model.getIfAvailable();
    return new RevisedListener(
        codec,
        enricher,
        enrichmentPool,
        template,
        deadLetters,
        meters,
        clock,
        traces,
        records,
        after == null ? AfterEnrichment.NOBODY : after);
  }

  @Bean(destroyMethod = "close")
  Startup startup(
      Broker broker,
      TopicProperties topics,
      EventCodec codec,
      KafkaListenerEndpointRegistry listeners,
      ObjectProvider<ModelRevisions> model,
      ObjectProvider<KafkaMessageListenerContainer<?, ?>> withdrawals,
      ObjectProvider<Replays> replays) {
    var creation = new TopicCreation(topics.create(), topics.replicationFactor());
    return new Startup(
        List.of(
            new Startup.Step("broker", () -> broker.ensure(creation)),
            new Startup.Step(
                "schema registry",
                () -> codec.register(Topic.ENRICHED, ArticleEnriched.getClassSchema()))),
        STARTUP_PAUSE,
        () -> {
          model.ifAvailable(ModelRevisions::start);
          withdrawals.orderedStream().forEach(MessageListenerContainer::start);
          listeners.getListenerContainers().forEach(MessageListenerContainer::start);
          replays.ifAvailable(Replays::goOn);
        });
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

  @Bean
  HealthIndicator registryHealthIndicator(RegistrySchemaIds registry) {
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
}
