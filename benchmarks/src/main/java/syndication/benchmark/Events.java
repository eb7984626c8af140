package syndication.benchmark;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.Body;
import syndication.schema.Channel;
import syndication.schema.DateQuality;
import syndication.schema.Provenance;
import syndication.schema.PubStatus;
import syndication.schema.RepresentationType;
import syndication.schema.RevisionKind;
import syndication.schema.Rights;
import syndication.schema.Significance;
import syndication.schema.SyndicationRight;
import syndication.schema.Text;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.Partitions;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.TraceContext;

/// Puts events on the topics as the services before would, to measure the service behind.
final class Events implements AutoCloseable {

  /// About 400 words, as an ordinary article has.
  private static final int SENTENCES = 20;

  private static final List<String> SUBJECTS =
      List.of("The harbour authority", "Mayor Ana Marsh", "The ferry company", "A fisherman");
  private static final List<String> VERBS =
      List.of("said on Tuesday that", "told reporters in Lisbon that", "denied that");
  private static final List<String> REST =
      List.of(
          "the bridge across the estuary will stay closed until the new cables have been tested",
          "repairs to the old dock had cost forty million euros more than the council was told",
          "passengers would travel free of charge on the first weekend of every month from May",
          "storms in January had damaged the western pier beyond what engineers could mend");

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final EventCodec codec;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;
  private final SplittableRandom random = new SplittableRandom(7);

  Events(String kafka, String registry) {
    codec = new EventCodec(new RegistrySchemaIds(URI.create(registry)));
    producer = producer(kafka);
    admin = Admin.create(Map.of("bootstrap.servers", kafka));
  }

  static KafkaProducer<String, byte[]> producer(String kafka) {
    var properties = new Properties();
    properties.put("bootstrap.servers", kafka);
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    properties.put("linger.ms", "5");
    properties.put("compression.type", "zstd");
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  void revised(String sourceId, int count) {
    for (int i = 0; i < count; i++) {
      ArticleRevised event = article(sourceId, i);
      String key = event.getArticleId() + "#1";
      send(Topic.REVISED, event.getArticleId(), key, codec.encode(Topic.REVISED, event));
    }
    producer.flush();
  }

  void enriched(String sourceId, int count) {
    for (int i = 0; i < count; i++) {
      ArticleRevised article = article(sourceId, i);
      ArticleEnriched event =
          ArticleEnriched.newBuilder()
              .setArticleId(article.getArticleId())
              .setRevision(1)
              .setArticle(article)
              .setLanguage("en")
              .setSummary("The bridge across the estuary will stay closed.")
              .setContentHash(article.getProvenance().getContentHash())
              .setEnrichedAt(Instant.now())
              .setTraceId(article.getProvenance().getTraceId())
              .build();
      send(
          Topic.ENRICHED,
          event.getArticleId(),
          event.getArticleId(),
          codec.encode(Topic.ENRICHED, event));
    }
    producer.flush();
  }

  /// How many records were ever written to a topic.
  long records(Topic topic) {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many enriched articles a consumer group has not committed yet.
  long lag(String group) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends(Topic.ENRICHED).entrySet().stream()
        .mapToLong(it -> {
          OffsetAndMetadata done = committed.get(it.getKey());
          return it.getValue() - (done == null ? 0 : done.offset());
        })
        .sum();
  }

  private Map<TopicPartition, Long> ends(Topic topic) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int i = 0; i < topic.partitions(); i++) {
      latest.put(new TopicPartition(topic.topicName(), i), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    answer(admin.listOffsets(latest).all()).forEach((it, end) -> ends.put(it, end.offset()));
    return ends;
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not tell offsets", e);
    }
  }

  private void send(Topic topic, String articleId, String key, byte[] value) {
    TraceContext trace = TraceContext.begin(random);
    producer.send(
        new ProducerRecord<>(
            topic.topicName(),
            Partitions.of(topic, articleId),
            key,
            value,
            EventHeaders.of(
                UUID.randomUUID().toString(),
                "benchmark",
                "/benchmarks",
                articleId,
                Instant.now(),
                trace,
                null)));
  }

  private ArticleRevised article(String sourceId, int number) {
    String id = "urn:uuid:" + new UUID(random.nextLong(), random.nextLong());
    String text = text();
    Instant now = Instant.now();
    return ArticleRevised.newBuilder()
        .setArticleId(id)
        .setRevision(1)
        .setKind(RevisionKind.NEW)
        .setSignificance(Significance.MAJOR)
        .setPubStatus(PubStatus.USABLE)
        .setRepresentationType(RepresentationType.FULL)
        .setLanguage("en")
        .setFirstCreated(now)
        .setVersionCreated(now)
        .setDateQuality(DateQuality.STATED)
        .setHeadlines(
            List.of(Text.newBuilder().setValue("Harbour report number " + number).build()))
        .setBodies(
            List.of(
                body("text/html", "<p>" + text.replace("\n", "</p>\n<p>") + "</p>"),
                body("text/plain", text)))
        .setCanonicalUrl("https://harbour.example/reports/" + number)
        .setRights(Rights.newBuilder().setSyndicationRight(SyndicationRight.YES).build())
        .setProvenance(
            Provenance.newBuilder()
                .setSourceId(sourceId)
                .setSourceName("Harbour Post")
                .setSubmissionId(sourceId + ":" + number)
                .setReceiptId(UUID.randomUUID().toString())
                .setChannel(Channel.KAFKA)
                .setContentHash(id)
                .setTraceId(TraceContext.begin(random).traceId())
                .setReceivedAt(now)
                .build())
        .build();
  }

  private static Body body(String contentType, String value) {
    return Body.newBuilder().setContentType(contentType).setValue(value).build();
  }

  private String text() {
    var out = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      out.append(i == 0 ? "" : i % 3 == 0 ? "\n" : " ");
      out.append(pick(SUBJECTS)).append(' ').append(pick(VERBS)).append(' ');
      out.append(pick(REST)).append('.');
    }
    return out.toString();
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  @Override
  public void close() {
    admin.close();
    producer.close();
  }
}
