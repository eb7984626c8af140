package syndication.publish.sitekafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import syndication.schema.topic.Topic;

/// Where records go that the site can never take, with their bytes and headers as they were.
public final class SiteDeadLetters {

  private static final Logger logger = LoggerFactory.getLogger(SiteDeadLetters.class);

  /// Longer than the producer itself tries.
  private static final int WITHIN_SECONDS = 150;

  private static final int REASON_LENGTH_MAX = 2_000;

  private final KafkaTemplate<String, byte[]> kafka;
  private final ThreadLocal<List<CompletableFuture<?>>> underWay =
      ThreadLocal.withInitial(ArrayList::new);

  public SiteDeadLetters(KafkaTemplate<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  /// Sends it on; [#flush()] waits for it.
  void add(Topic topic, ConsumerRecord<String, byte[]> record, RuntimeException cause) {
    var letter =
        new ProducerRecord<>(topic.deadLetters().topicName(), null, record.key(), record.value());
    record.headers().forEach(letter.headers()::add);
    header(letter, "dlt-stage", "publish-site");
    header(letter, "dlt-topic", record.topic());
    header(letter, "dlt-partition", Integer.toString(record.partition()));
    header(letter, "dlt-offset", Long.toString(record.offset()));
    header(letter, "dlt-exception", cause.getClass().getName());
    header(letter, "dlt-reason", String.valueOf(cause.getMessage()));
    logger
        .atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("key", record.key())
        .addKeyValue("offset", record.offset())
        .addKeyValue("reason", cause.getMessage())
        .log("record became a dead letter");
    underWay.get().add(kafka.send(letter));
  }

  /// Returns when the broker has all that this thread added.
  ///
  /// @throws KafkaException when it does not; the records have to be read again
  void flush() {
    List<CompletableFuture<?>> sent = List.copyOf(underWay.get());
    underWay.remove();
    if (sent.isEmpty()) {
      return;
    }
    try {
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
          .get(WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while writing dead letters", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("dead letters were not written", e);
    }
  }

  private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
    String bounded =
        value.length() <= REASON_LENGTH_MAX ? value : value.substring(0, REASON_LENGTH_MAX);
    letter.headers().add(name, bounded.getBytes(StandardCharsets.UTF_8));
  }
}
