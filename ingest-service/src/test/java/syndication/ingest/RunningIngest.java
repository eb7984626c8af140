package syndication.ingest;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import syndication.ingest.normalise.Records;
import syndication.local.test.BrokerAndDatabase;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleSubmitted;
import syndication.schema.Channel;
import syndication.schema.SubmissionAction;
import syndication.schema.topic.Topic;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.LocalSchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.Startup;

/// A running service with a real broker and a real PostgreSQL, and what tests ask it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningIngest {

  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String OPERATOR = "operator-token-of-the-tests";
  static final Duration SOON = Duration.ofSeconds(60);
  static final Instant RECEIVED = Instant.parse("2026-11-24T07:00:00Z");

  @RegisterExtension static final BrokerAndDatabase backend = new BrokerAndDatabase();

  private static final List<Step> STEPS = new CopyOnWriteArrayList<>();

  @Nullable private ConfigurableApplicationContext service;

  /// Numbers for schemas without a registry.
  @Configuration(proxyBeanMethods = false)
  static class WithoutRegistry {
    @Bean
    SchemaIds schemaIds() {
      return new LocalSchemaIds();
    }

    @Bean
    Traces traces() {
      return step -> STEPS.add(step.get());
    }
  }

  @BeforeAll
  void start() {
    service =
        new SpringApplicationBuilder(IngestService.class, WithoutRegistry.class)
            .run(
                "--server.port=0",
                "--syndicate.operator-token=" + OPERATOR,
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.kafka.bootstrap-servers=" + backend.bootstrapServers(),
                "--spring.datasource.url=" + backend.newDatabase());
    await().atMost(SOON).until(() -> bean(Startup.class).ready());
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  /// The steps that were written into traces so far.
  static List<Step> steps() {
    return STEPS;
  }

  boolean erased(Topic topic, String key) {
    return read(topic).stream().anyMatch(it -> it.value() == null && key.equals(it.key()));
  }

  List<ArticleRevised> revisionsOf(String sourceId, int count) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                read(Topic.REVISED).stream()
                    .filter(it -> it.value() != null)
                    .map(it -> codec().decode(it.value(), ArticleRevised.class))
                    .filter(it -> it.getProvenance().getSourceId().equals(sourceId))
                    .toList(),
            it -> it.size() >= count);
  }

  List<ConsumerRecord<String, byte[]>> read(Topic topic) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", backend.bootstrapServers(), "max.poll.records", 5000),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(it ->
                  new org.apache.kafka.common.TopicPartition(topic.topicName(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  void submit(ArticleSubmitted it) {
    byte[] value = codec().encode(Topic.SUBMITTED, it);
    kafka()
        .send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), it.getSubmissionId(), value))
        .join();
  }

  static ArticleSubmitted ninjs(
      String sourceId, String receiptId, String itemId, String headline, String text) {
    return event(
        sourceId,
        receiptId,
        itemId,
        SubmissionAction.PUBLISH,
        """
        {"uri": "%s", "headlines": [{"value": "%s"}],
         "bodies": [{"contentType": "text/html", "value": "<p>%s</p>"}]}
        """
            .formatted(itemId, headline, text));
  }

  static ArticleSubmitted event(
      String sourceId, String receiptId, String itemId, SubmissionAction action, String body) {
    return ArticleSubmitted.newBuilder()
        .setSubmissionId(sourceId + ":" + itemId)
        .setReceiptId(receiptId)
        .setSourceId(sourceId)
        .setChannel(Channel.HTTP)
        .setAction(action)
        .setContentType("application/json")
        .setBody(utf8(body))
        .setItemId(itemId)
        .setReceivedAt(RECEIVED)
        .setTraceId(TRACE)
        .build();
  }

  static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  Records.SourceCounts counts(String sourceId) {
    return bean(Records.class).counts().stream()
        .filter(it -> it.sourceId().equals(sourceId))
        .findFirst()
        .orElseThrow();
  }

  String bootstrapServers() {
    return backend.bootstrapServers();
  }

  EventCodec codec() {
    return bean(EventCodec.class);
  }

  @SuppressWarnings("unchecked")
  KafkaTemplate<String, byte[]> kafka() {
    return bean(KafkaTemplate.class);
  }

  @Nullable ConfigurableApplicationContext context() {
    return service;
  }

  <T> T bean(Class<T> type) {
    return require(service).getBean(type);
  }

  static <T> T require(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException("not started");
    }
    return it;
  }
}
