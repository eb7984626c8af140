package syndication.cli.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import syndication.schema.topic.Topic;

/// Reads a topic without taking part in any group, so that looking changes nothing.
public final class TopicReader implements AutoCloseable {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration POLL_FOR = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();

  /// @throws IllegalStateException when the topic is not there
  public TopicReader(String bootstrapServers, Topic topic) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                Long.toString(ANSWER_WITHIN.toMillis()),
                "max.partition.fetch.bytes",
                Integer.toString(Topic.RECORD_BYTES_MAX)),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    Map<String, List<PartitionInfo>> topics = consumer.listTopics(ANSWER_WITHIN);
    for (PartitionInfo it : topics.getOrDefault(topic.topicName(), List.of())) {
      partitions.add(new TopicPartition(topic.topicName(), it.partition()));
    }
    consumer.assign(partitions);
  }

  /// Whether the topic has been made yet.
  public boolean exists() {
    return !partitions.isEmpty();
  }

  /// Goes to the first record that is still there.
  public void toStart() {
    consumer.seekToBeginning(partitions);
  }

  /// Goes behind the last record.
  public void toEnd() {
    consumer.seekToEnd(partitions);
  }

  /// Goes back so that about this many records, of all partitions together, come next.
  public void toLast(int records) {
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions, ANSWER_WITHIN);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions, ANSWER_WITHIN);
    partitions.forEach(it ->
        consumer.seek(
            it, Math.max(begin.getOrDefault(it, 0L), end.getOrDefault(it, 0L) - records)));
  }

  /// Looks at one partition alone, from the first record of a time or later.
  public void only(int partition, Instant since) {
    partitions.removeIf(it -> it.partition() != partition);
    consumer.assign(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(it -> times.put(it, since.toEpochMilli()));
    consumer
        .offsetsForTimes(times, ANSWER_WITHIN)
        .forEach((it, found) -> {
          if (found == null) {
            consumer.seekToEnd(List.of(it));
          } else {
            consumer.seek(it, found.offset());
          }
        });
  }

  /// Hands over what has come, oldest first within a partition; waits half a second at most.
  public ConsumerRecords<String, byte[]> poll() {
    return consumer.poll(POLL_FOR);
  }

  /// Hands over every record up to what is the end now.
  public void toNow(Consumer<ConsumerRecord<String, byte[]>> each) {
    Map<TopicPartition, Long> end = new HashMap<>(consumer.endOffsets(partitions, ANSWER_WITHIN));
    while (!isPast(end)) {
      for (ConsumerRecord<String, byte[]> record : poll()) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < end.getOrDefault(partition, 0L)) {
          each.accept(record);
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isPast(Map<TopicPartition, Long> end) {
    return end.entrySet().stream()
        .allMatch(it -> consumer.position(it.getKey(), ANSWER_WITHIN) >= it.getValue());
  }
}
