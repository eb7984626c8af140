package syndication.enrich.kafka.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import syndication.schema.topic.Topic;

/// Whether articles of today wait, so that history has to: here for their enrichment, or behind us
/// for what a replay already sent.
final class LiveTraffic implements AutoCloseable {

  /// About what one batch of the listener takes.
  private static final long LIVE_WAITING_MOST = 200;

  /// A new article stands behind no more than this of a replay.
  private static final long SENT_WAITING_MOST = 500;

  private static final List<String> DOWNSTREAM = List.of("publish-delivery", "publish-site");
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final Admin admin;
  private final String liveGroup;

  /// @param liveGroup the group that enriches articles of today
  LiveTraffic(Map<String, Object> settings, String liveGroup) {
    this.admin = Admin.create(settings);
    this.liveGroup = liveGroup;
  }

  /// Whether articles of today wait for their enrichment, on any instance.
  boolean waits(int partitions) {
    Map<Integer, Long> done = committed(liveGroup, Topic.REVISED);
    Map<Integer, Long> begins = offsets(Topic.REVISED, partitions, OffsetSpec.earliest());
    long waiting = 0;
    for (var it : offsets(Topic.REVISED, partitions, OffsetSpec.latest()).entrySet()) {
      long from = done.getOrDefault(it.getKey(), begins.getOrDefault(it.getKey(), 0L));
      waiting += Math.max(0, it.getValue() - from);
    }
    return waiting > LIVE_WAITING_MOST;
  }

  /// Whether those who read what is enriched have too much before them. Who never read anything is
  /// not there.
  boolean crowded(int partitions) {
    Map<Integer, Long> ends = offsets(Topic.ENRICHED, partitions, OffsetSpec.latest());
    for (String group : DOWNSTREAM) {
      long waiting = 0;
      for (var it : committed(group, Topic.ENRICHED).entrySet()) {
        waiting += Math.max(0, ends.getOrDefault(it.getKey(), 0L) - it.getValue());
      }
      if (waiting > SENT_WAITING_MOST) {
        return true;
      }
    }
    return false;
  }

  /// How far the live listener has come, by partition.
  Map<Integer, Long> enriched() {
    return committed(liveGroup, Topic.REVISED);
  }

  @Override
  public void close() {
    admin.close(ANSWER_WITHIN);
  }

  private Map<Integer, Long> committed(String group, Topic topic) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        answer(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<Integer, Long> mine = new HashMap<>();
    offsets.forEach((partition, it) -> {
      if (partition.topic().equals(topic.topicName()) && it != null) {
        mine.put(partition.partition(), it.offset());
      }
    });
    return mine;
  }

  private Map<Integer, Long> offsets(Topic topic, int partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> wanted =
        IntStream.range(0, partitions)
            .mapToObj(it -> new TopicPartition(topic.topicName(), it))
            .collect(Collectors.toMap(it -> it, _ -> which));
    return answer(() -> admin.listOffsets(wanted).all()).entrySet().stream()
        .collect(Collectors.toMap(it -> it.getKey().partition(), it -> it.getValue().offset()));
  }

  private interface Question<T> {
    org.apache.kafka.common.KafkaFuture<T> ask();
  }

  private static <T> T answer(Question<T> question) {
    try {
      return question.ask().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new org.apache.kafka.common.KafkaException("the broker does not answer", e);
    }
  }
}
