package syndication.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import syndication.ingest.normalise.Records;
import syndication.local.test.BrokerAndDatabase;
import syndication.schema.ArticleQuarantined;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleSubmitted;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.Channel;
import syndication.schema.RevisionKind;
import syndication.schema.SubmissionAction;
import syndication.schema.topic.Topic;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.LocalSchemaIds;
import syndication.schema.wire.SchemaIds;
import syndication.schema.wire.Startup;
import syndication.schema.wire.TraceContext;

/// The whole service with a real broker and a real PostgreSQL: records in, records out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestServiceEdgeTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Instant RECEIVED = Instant.parse("2026-11-24T07:00:00Z");

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

  @Test
  void aSubmissionBecomesARevisionAndIsCounted() {
    submit(ninjs("edge-a", "r-a1", "story-1", "A bridge opens in the harbour", "The first text."));

    ArticleRevised revised = revisionsOf("edge-a", 1).getFirst();

    assertThat(revised.getKind()).isEqualTo(RevisionKind.NEW);
    assertThat(revised.getRevision()).isEqualTo(1);
    assertThat(revised.getHeadlines().getFirst().getValue())
        .isEqualTo("A bridge opens in the harbour");
    assertThat(revised.getBodies()).hasSize(2);
    assertThat(counts("edge-a").published()).isEqualTo(1);
    assertThat(counts("edge-a").balanced()).isTrue();
    assertThat(bean(Records.class).article(revised.getArticleId())).isPresent();
  }

  @Test
  void aRevisionStandsInTheTraceUnderItsSubmission() {
    submit(ninjs("edge-t", "r-t1", "story-t", "The trace of a story", "It goes on."));

    ArticleRevised revised = revisionsOf("edge-t", 1).getFirst();

    Step step =
        await()
            .atMost(SOON)
            .until(
                () ->
                    STEPS.stream()
                        .filter(
                            it -> revised.getArticleId().equals(it.attributes().get("articleId")))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(step.name()).isEqualTo("normalise");
    assertThat(step.parent()).isEqualTo(TraceContext.of(TRACE, "r-t1"));
    assertThat(step.context())
        .isEqualTo(TraceContext.of(TRACE, EventIds.revised(revised.getArticleId(), 1)));
  }

  @Test
  void theSameRecordTwiceIsCountedOnce() {
    ArticleSubmitted submission =
        ninjs("edge-b", "r-b1", "story-1", "A ferry sails at night", "The first text.");
    submit(submission);
    submit(submission);
    submit(ninjs("edge-b", "r-b2", "story-2", "A crane is painted blue", "Another text."));

    assertThat(revisionsOf("edge-b", 2)).hasSize(2);
    assertThat(counts("edge-b").received()).isEqualTo(2);
    assertThat(counts("edge-b").balanced()).isTrue();
  }

  @Test
  void whatCannotBeReadIsQuarantinedWithItsBytes() {
    submit(event("edge-c", "r-c1", "story-1", SubmissionAction.PUBLISH, "{\"uri\": 7}"));

    ArticleQuarantined quarantined =
        await()
            .atMost(SOON)
            .until(
                () ->
                    read(Topic.QUARANTINED).stream()
                        .filter(it -> it.value() != null)
                        .map(it -> codec().decode(it.value(), ArticleQuarantined.class))
                        .filter(it -> it.getSourceId().equals("edge-c"))
                        .toList(),
                it -> !it.isEmpty())
            .getFirst();

    assertThat(quarantined.getRule()).isEqualTo("ninjs.field");
    assertThat(quarantined.getReason()).contains("uri").contains("headlines");
    assertThat(quarantined.getBody()).isEqualTo(utf8("{\"uri\": 7}"));
    assertThat(counts("edge-c").quarantined()).isEqualTo(1);
  }

  @Test
  void bytesThatAreNoEventGoToTheDeadLettersAndTheRestGoesOn() {
    kafka().send(Topic.SUBMITTED.topicName(), "edge-d:x", new byte[] {1, 2, 3}).join();
    submit(ninjs("edge-d", "r-d1", "story-1", "The lighthouse gets a new lamp", "Text."));

    assertThat(revisionsOf("edge-d", 1)).hasSize(1);
    List<ConsumerRecord<String, byte[]>> dead =
        await().atMost(SOON).until(() -> read(Topic.SUBMITTED_DLT), it -> !it.isEmpty());
    assertThat(dead.getFirst().value()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(dead.getFirst().key()).isEqualTo("edge-d:x");
  }

  @Test
  void aTakedownErasesEveryEarlierRevisionAndTheSubmission() {
    submit(ninjs("edge-e", "r-e1", "story-1", "Name of a person", "Words about a person."));
    String articleId = revisionsOf("edge-e", 1).getFirst().getArticleId();
    submit(event("edge-e", "r-e2", "story-1", SubmissionAction.TAKEDOWN, ""));

    List<ArticleRevised> revisions = revisionsOf("edge-e", 2);

    assertThat(revisions.getLast().getKind()).isEqualTo(RevisionKind.TAKEDOWN);
    assertThat(revisions.getLast().getBodies()).isEmpty();
    assertThat(revisions.getLast().getHeadlines()).isEmpty();
    await().atMost(SOON).until(() -> erased(Topic.REVISED, articleId + "#1"));
    await().atMost(SOON).until(() -> erased(Topic.SUBMITTED, "edge-e:story-1"));
    assertThat(
            read(Topic.WITHDRAWN).stream()
                .map(it -> codec().decode(it.value(), ArticleWithdrawn.class))
                .filter(it -> it.getArticleId().equals(articleId)))
        .extracting(ArticleWithdrawn::getKind)
        .containsExactly(RevisionKind.TAKEDOWN);
  }

  private boolean erased(Topic topic, String key) {
    return read(topic).stream().anyMatch(it -> it.value() == null && key.equals(it.key()));
  }

  private List<ArticleRevised> revisionsOf(String sourceId, int count) {
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

  private List<ConsumerRecord<String, byte[]>> read(Topic topic) {
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

  private void submit(ArticleSubmitted it) {
    byte[] value = codec().encode(Topic.SUBMITTED, it);
    kafka()
        .send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), it.getSubmissionId(), value))
        .join();
  }

  private static ArticleSubmitted ninjs(
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

  private static ArticleSubmitted event(
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

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private Records.SourceCounts counts(String sourceId) {
    return bean(Records.class).counts().stream()
        .filter(it -> it.sourceId().equals(sourceId))
        .findFirst()
        .orElseThrow();
  }

  private EventCodec codec() {
    return bean(EventCodec.class);
  }

  @SuppressWarnings("unchecked")
  private KafkaTemplate<String, byte[]> kafka() {
    return bean(KafkaTemplate.class);
  }

  private <T> T bean(Class<T> type) {
    return require(service).getBean(type);
  }

  private static <T> T require(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException("not started");
    }
    return it;
  }
}
