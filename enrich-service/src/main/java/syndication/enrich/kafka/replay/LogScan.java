package syndication.enrich.kafka.replay;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.ConsumerFactory;
import syndication.schema.topic.Topic;

/// Reads topics from where it is told to where it is told, beside the listeners and without a
/// consumer group. For one thread.
final class LogScan implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  /// Without a record for so long, the broker is taken as away.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// In memory at once, beside the listener's own: records are a few kilobytes.
  private static final String FETCH_BYTES = "4194304";

  private static final String RECORDS = "200";

  /// At a topic's end the next reading would wait behind a fetch that waits for more.
  private static final String FETCH_WAIT_MILLIS = "20";

  private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;

  LogScan(ConsumerFactory<String, byte[]> consumers) {
    var properties = new Properties();
    properties.put("auto.offset.reset", "earliest");
    properties.put("fetch.max.bytes", FETCH_BYTES);
    properties.put("max.poll.records", RECORDS);
    properties.put("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
    consumer = consumers.createConsumer("enrich-replay", "", "", properties);
  }

  int partitions() {
    int revised = consumer.partitionsFor(Topic.REVISED.topicName()).size();
    int enriched = consumer.partitionsFor(Topic.ENRICHED.topicName()).size();
    if (revised != enriched) {
      throw new IllegalStateException(
          "partitions: %d of articles.revised, %d of articles.enriched (expected: as many)"
              .formatted(revised, enriched));
    }
    return revised;
  }

  long begin(Topic topic, int partition) {
    var it = new TopicPartition(topic.topicName(), partition);
    return consumer.beginningOffsets(List.of(it)).getOrDefault(it, 0L);
  }

  long end(Topic topic, int partition) {
    var it = new TopicPartition(topic.topicName(), partition);
    return consumer.endOffsets(List.of(it)).getOrDefault(it, 0L);
  }

  /// @param from first offset
  /// @param to after the last offset
  /// @param each batch, in order; may be empty
  /// @param stop asked before each batch
  /// @return where it stopped: `to`, or before
  long read(
      Topic topic,
      int partition,
      long from,
      long to,
      BooleanSupplier stop,
      Consumer<List<ConsumerRecord<String, byte[]>>> each) {
    var it = new TopicPartition(topic.topicName(), partition);
    long first = Math.max(from, begin(topic, partition));
    if (first >= to) {
      return to;
    }
    consumer.assign(List.of(it));
    consumer.seek(it, first);
    long heard = System.nanoTime();
    while (consumer.position(it) < to) {
      if (stop.getAsBoolean()) {
        return consumer.position(it);
      }
      var records = consumer.poll(POLL).records(it);
      if (!records.isEmpty()) {
        heard = System.nanoTime();
        each.accept(records.stream().filter(record -> record.offset() < to).toList());
      } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
        throw new TimeoutException("the broker gives no records of " + it);
      }
    }
    return to;
  }

  @Override
  public void close() throws KafkaException {
    consumer.close();
  }
}
