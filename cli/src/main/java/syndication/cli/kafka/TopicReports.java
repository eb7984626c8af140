package syndication.cli.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import syndication.schema.topic.Topic;

/// Asks the broker about the pipeline's topics.
public final class TopicReports implements AutoCloseable {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration RATE_OVER = Duration.ofMinutes(1);

  private final Admin admin;

  public TopicReports(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "8000"));
  }

  /// One report per topic, in the pipeline's order.
  ///
  /// @throws IllegalStateException when the broker does not answer
  public List<TopicReport> all(Instant now) {
    Set<String> existing = answer(admin.listTopics().names());
    Map<TopicPartition, Integer> partitions = new HashMap<>();
    for (Topic topic : Topic.values()) {
      if (existing.contains(topic.topicName())) {
        IntStream.range(0, topic.partitions())
            .forEach(it -> partitions.put(new TopicPartition(topic.topicName(), it), it));
      }
    }
    Map<TopicPartition, Long> begin = offsets(partitions.keySet(), OffsetSpec.earliest());
    Map<TopicPartition, Long> end = offsets(partitions.keySet(), OffsetSpec.latest());
    Map<TopicPartition, Long> minuteAgo =
        offsets(partitions.keySet(), OffsetSpec.forTimestamp(now.minus(RATE_OVER).toEpochMilli()));
    Map<String, Map<TopicPartition, Long>> groups = groupOffsets();
    var it = new ArrayList<TopicReport>();
    for (Topic topic : Topic.values()) {
      List<TopicPartition> own =
          partitions.keySet().stream().filter(p -> p.topic().equals(topic.topicName())).toList();
      it.add(
          new TopicReport(
              topic.topicName(),
              own.size(),
              own.stream().mapToLong(p -> at(end, p) - at(begin, p)).sum(),
              // No record that young: the broker answers with -1.
              own.stream()
                  .mapToLong(p -> at(minuteAgo, p) < 0 ? 0 : at(end, p) - at(minuteAgo, p))
                  .sum(),
              lag(own, begin, end, groups)));
    }
    return it;
  }

  @Override
  public void close() {
    admin.close(ANSWER_WITHIN);
  }

  private static Map<String, Long> lag(
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> begin,
      Map<TopicPartition, Long> end,
      Map<String, Map<TopicPartition, Long>> groups) {
    Map<String, Long> it = new TreeMap<>();
    groups.forEach((group, committed) -> {
      if (partitions.stream().anyMatch(committed::containsKey)) {
        long lag =
            partitions.stream()
                .mapToLong(p -> at(end, p) - committed.getOrDefault(p, at(begin, p)))
                .sum();
        it.put(group, Math.max(0, lag));
      }
    });
    return it;
  }

  private Map<String, Map<TopicPartition, Long>> groupOffsets() {
    List<String> groups =
        answer(admin.listGroups().all()).stream()
            .map(it -> it.groupId())
            .filter(it -> !it.equals(DeadLetters.GROUP))
            .toList();
    Map<String, ListConsumerGroupOffsetsSpec> specs =
        groups.stream()
            .collect(Collectors.toMap(it -> it, _ -> new ListConsumerGroupOffsetsSpec()));
    Map<String, Map<TopicPartition, Long>> it = new HashMap<>();
    if (specs.isEmpty()) {
      return it;
    }
    answer(admin.listConsumerGroupOffsets(specs).all())
        .forEach((group, offsets) -> it.put(group, committed(offsets)));
    return it;
  }

  private static Map<TopicPartition, Long> committed(
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    Map<TopicPartition, Long> it = new HashMap<>();
    offsets.forEach((partition, offset) -> {
      if (offset != null) {
        it.put(partition, offset.offset());
      }
    });
    return it;
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> request =
        partitions.stream().collect(Collectors.toMap(it -> it, _ -> spec));
    Map<TopicPartition, ListOffsetsResultInfo> result = answer(admin.listOffsets(request).all());
    Map<TopicPartition, Long> it = new HashMap<>();
    result.forEach((partition, info) -> it.put(partition, info.offset()));
    return it;
  }

  private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return offsets.getOrDefault(partition, 0L);
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not answer: " + e.getMessage(), e);
    }
  }

  /// The names of the topics that have dead letters.
  public static List<Topic> deadLetterTopics() {
    return Arrays.stream(Topic.values()).filter(it -> it.topicName().endsWith(".dlt")).toList();
  }
}
