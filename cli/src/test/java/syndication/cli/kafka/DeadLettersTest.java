package syndication.cli.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import syndication.local.LocalBroker;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;

class DeadLettersTest {

  private static LocalBroker broker;

  @BeforeAll
  static void start() {
    broker = LocalBroker.startTemporary();
    try (Admin admin = Admin.create(client())) {
      new TopicCreation(true, 1).ensure(admin);
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aRequeuedLetterIsTheRecordItWasAndIsOpenNoMore() throws Exception {
    var first = letter("article-1", 4);
    var second = letter("article-2", 2);
    send(first, second);

    try (var letters = new DeadLetters(broker.bootstrapServers())) {
      List<DeadLetter> open = letters.open();
      assertThat(open).extracting(it -> it.record().key()).contains("article-1", "article-2");
      DeadLetter chosen =
          open.stream()
              .filter(it -> "article-2".equals(it.record().key()))
              .findFirst()
              .orElseThrow();
      assertThat(chosen.stage()).isEqualTo("publish-site");
      assertThat(chosen.reason()).isEqualTo("no such column");

      letters.requeue(List.of(chosen));

      assertThat(letters.open())
          .extracting(it -> it.record().key())
          .contains("article-1")
          .doesNotContain("article-2");
      assertThat(letters.find(chosen.id())).isEmpty();
    }
    ConsumerRecord<String, byte[]> original = only(Topic.ENRICHED, "article-2");
    assertThat(original.partition()).isEqualTo(2);
    assertThat(original.value()).isEqualTo(second.value());
    assertThat(original.headers().toArray())
        .extracting(it -> it.key())
        .containsExactly("traceparent");
  }

  @Test
  void aDiscardedLetterIsOpenNoMoreAndSentNowhere() throws Exception {
    var bare = new ProducerRecord<>(Topic.REVISED_DLT.topicName(), "article-3", new byte[] {7});
    send(bare);

    try (var letters = new DeadLetters(broker.bootstrapServers())) {
      DeadLetter chosen =
          letters.open().stream()
              .filter(it -> "article-3".equals(it.record().key()))
              .findFirst()
              .orElseThrow();
      assertThat(chosen.stage()).isEqualTo("enrich");

      letters.discard(List.of(chosen));

      assertThat(letters.find(chosen.id())).isEmpty();
    }
    assertThat(records(Topic.REVISED, "article-3")).isEmpty();
  }

  @Test
  void lagIsWhatAGroupHasNotCommitted() throws Exception {
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < 5; i++) {
        producer
            .send(new ProducerRecord<>(Topic.REVISED.topicName(), 0, "key", new byte[] {1}))
            .get(10, TimeUnit.SECONDS);
      }
    }
    try (Admin admin = Admin.create(client())) {
      admin
          .alterConsumerGroupOffsets(
              "enrich",
              Map.of(new TopicPartition(Topic.REVISED.topicName(), 0), new OffsetAndMetadata(2)))
          .all()
          .get(10, TimeUnit.SECONDS);
    }

    try (var reports = new TopicReports(broker.bootstrapServers())) {
      TopicReport revised =
          reports.all(Instant.now()).stream()
              .filter(it -> it.name().equals(Topic.REVISED.topicName()))
              .findFirst()
              .orElseThrow();

      assertThat(revised.records()).isEqualTo(5);
      assertThat(revised.lastMinute()).isEqualTo(5);
      assertThat(revised.lag()).isEqualTo(Map.of("enrich", 3L));
    }
  }

  @Test
  void whatIsDoneIsRememberedAlsoOutOfOrder() {
    var done = DeadLetters.Done.NONE.with(3).with(0).with(1);

    assertThat(done.has(0)).isTrue();
    assertThat(done.has(1)).isTrue();
    assertThat(done.has(2)).isFalse();
    assertThat(done.has(3)).isTrue();
    assertThat(DeadLetters.Done.of(done.committed())).isEqualTo(done);
    assertThat(done.with(2).committed()).isEqualTo(new OffsetAndMetadata(4, ""));
  }

  private static ProducerRecord<String, byte[]> letter(String key, int partition) {
    var it =
        new ProducerRecord<>(
            Topic.ENRICHED_DLT.topicName(),
            key,
            ("value of " + key).getBytes(StandardCharsets.UTF_8));
    it.headers().add("traceparent", "00-1-2-01".getBytes(StandardCharsets.UTF_8));
    it.headers().add("dlt-stage", "publish-site".getBytes(StandardCharsets.UTF_8));
    it.headers().add("dlt-reason", "no such column".getBytes(StandardCharsets.UTF_8));
    it.headers().add("dlt-partition", Integer.toString(partition).getBytes(StandardCharsets.UTF_8));
    return it;
  }

  @SafeVarargs
  private static void send(ProducerRecord<String, byte[]>... records)
      throws ExecutionException, InterruptedException {
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> it : records) {
        producer.send(it).get();
      }
    }
  }

  private static ConsumerRecord<String, byte[]> only(Topic topic, String key) {
    List<ConsumerRecord<String, byte[]>> found = records(topic, key);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<ConsumerRecord<String, byte[]>> records(Topic topic, String key) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (var reader = new TopicReader(broker.bootstrapServers(), topic)) {
      reader.toStart();
      reader.toNow(record -> {
        if (key.equals(record.key())) {
          found.add(record);
        }
      });
    }
    return found;
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
