package syndication.enrich.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.enrich.EnrichService;
import syndication.local.test.BrokerAndDatabase;
import syndication.schema.ArticleEnriched;
import syndication.schema.topic.Topic;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.Partitions;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.Startup;
import syndication.schema.wire.TraceContext;

/// The whole service against a real broker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrichKafkaEdgeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final BrokerAndDatabase backend = new BrokerAndDatabase();

  private FakeRegistry registry;
  private ConfigurableApplicationContext service;
  private KafkaProducer<String, byte[]> producer;
  private EventCodec codec;
  private @Nullable Health healthBefore;

  /// Keeps what is told of.
  @Configuration(proxyBeanMethods = false)
  static class TracesKept {

    static final List<Step> STEPS = new CopyOnWriteArrayList<>();

    @Bean
    Traces traces() {
      return step -> STEPS.add(step.get());
    }
  }

  @BeforeAll
  void start() throws IOException {
    registry = new FakeRegistry();
    service =
        new SpringApplicationBuilder(EnrichService.class, TracesKept.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.kafka.bootstrap-servers=" + backend.bootstrapServers(),
                "--syndicate.registry=" + registry.address(),
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.main.banner-mode=off");
    healthBefore = health("startupHealthIndicator");
    registry.opens();
    await(() -> service.getBean(Startup.class).ready());
    codec = new EventCodec(new RegistrySchemaIds(registry.address()));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", backend.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  void stop() {
    producer.close();
    service.close();
    registry.close();
  }

  @Test
  void saysWhatItWaitsForAndStartsWhenItIsThere() {
    assertThat(healthBefore).isNotNull();
    assertThat(healthBefore.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health("startupHealthIndicator").getStatus()).isEqualTo(Status.UP);
    assertThat(health("brokerHealthIndicator").getStatus()).isEqualTo(Status.UP);
    assertThat(health("registryHealthIndicator").getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void enrichesEachRevisionInOrderAndKeepsTheTrace() throws Exception {
    String article = "urn:uuid:00000000-0000-4000-8000-000000000001";
    for (long revision = 1; revision <= 20; revision++) {
      send(
          article,
          revision,
          codec.encode(Topic.REVISED, RevisedEvents.usable(article, revision, RevisedEvents.TEXT)));
    }
    send(article, 21, codec.encode(Topic.REVISED, RevisedEvents.killed(article, 21)));

    List<ConsumerRecord<String, byte[]>> records = records(Topic.ENRICHED, article, 21);
    List<ArticleEnriched> events =
        records.stream().map(it -> codec.decode(it.value(), ArticleEnriched.class)).toList();

    assertThat(events).extracting(ArticleEnriched::getRevision).isSorted().hasSize(21);
    ArticleEnriched first = events.getFirst();
    assertThat(first.getLanguage()).isEqualTo("en");
    assertThat(first.getSummary().orElse("")).contains("night boats").doesNotContain("newsletter");
    assertThat(first.getTags()).extracting(it -> it.getLabel()).contains("Bergen", "Stavanger");
    assertThat(events.getLast().getArticle().getBodies()).isEmpty();
    assertThat(events.getLast().getTags()).isEmpty();
    assertThat(
            EventHeaders.value(records.getFirst().headers(), EventHeaders.TRACEPARENT).orElse(""))
        .contains(RevisedEvents.TRACE);
  }

  @Test
  void standsInTheTraceBetweenTheRevisionAndWhoeverReadsOn() throws Exception {
    String article = "urn:uuid:00000000-0000-4000-8000-000000000003";
    TraceContext normalised = TraceContext.of(RevisedEvents.TRACE, EventIds.revised(article, 1));
    byte[] revision =
        codec.encode(Topic.REVISED, RevisedEvents.usable(article, 1, RevisedEvents.TEXT));
    producer
        .send(
            new ProducerRecord<>(
                Topic.REVISED.topicName(),
                Partitions.of(Topic.REVISED, article),
                article + "#1",
                revision,
                List.of(
                    new RecordHeader(
                        EventHeaders.TRACEPARENT,
                        normalised.traceparent().getBytes(StandardCharsets.UTF_8)))))
        .get();

    ConsumerRecord<String, byte[]> enriched = records(Topic.ENRICHED, article, 1).getFirst();

    Step step =
        TracesKept.STEPS.stream()
            .filter(it -> article.equals(it.attributes().get("articleId")))
            .findFirst()
            .orElseThrow();
    assertThat(step.name()).isEqualTo("enrich");
    assertThat(step.parent()).isEqualTo(normalised);
    assertThat(EventHeaders.value(enriched.headers(), EventHeaders.TRACEPARENT))
        .contains(step.context().traceparent());
    assertThat(step.context())
        .isEqualTo(TraceContext.of(RevisedEvents.TRACE, EventIds.enriched(article, 1, 1)));
  }

  @Test
  void unreadableRecordsGoToTheDeadLettersWithTheirBytesAndBlockNothing() throws Exception {
    String article = "urn:uuid:00000000-0000-4000-8000-000000000002";
    byte[] rubbish = "no avro".getBytes(StandardCharsets.UTF_8);
    send(article, 1, rubbish);
    send(article, 2, null);
    send(
        article,
        3,
        codec.encode(Topic.REVISED, RevisedEvents.usable(article, 3, RevisedEvents.TEXT)));

    ConsumerRecord<String, byte[]> enriched = records(Topic.ENRICHED, article, 1).getFirst();
    ConsumerRecord<String, byte[]> dead = records(Topic.REVISED_DLT, article + "#1", 1).getFirst();

    assertThat(codec.decode(enriched.value(), ArticleEnriched.class).getRevision()).isEqualTo(3);
    assertThat(dead.value()).isEqualTo(rubbish);
    assertThat(EventHeaders.value(dead.headers(), "kafka_dlt-original-topic"))
        .contains(Topic.REVISED.topicName());
    assertThat(EventHeaders.value(dead.headers(), "kafka_dlt-exception-message")).isPresent();
    assertThat(EventHeaders.value(dead.headers(), "syndicate-stage")).contains("enrich/decode");
  }

  private void send(String article, long revision, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    producer
        .send(
            new ProducerRecord<>(
                Topic.REVISED.topicName(),
                Partitions.of(Topic.REVISED, article),
                article + "#" + revision,
                value))
        .get();
  }

  private List<ConsumerRecord<String, byte[]>> records(Topic topic, String key, int many) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            backend.bootstrapServers(),
            "group.id",
            "test-" + key + topic,
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic.topicName()));
      await(() -> {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(it -> {
              if (key.equals(it.key())) {
                found.add(it);
              }
            });
        return found.size() >= many;
      });
    }
    return found;
  }

  private Health health(String name) {
    Health health = service.getBean(name, HealthIndicator.class).health();
    return health == null ? Health.unknown().build() : health;
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting after " + PATIENCE).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
