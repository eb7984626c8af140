package syndication.publish.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import syndication.publish.article.PublishedArticle;
import syndication.publish.delivery.Engine.Arrived;
import syndication.publish.delivery.LogPosition;
import syndication.publish.replay.Archive;
import syndication.schema.ArticleEnriched;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.Partitions;
import syndication.schema.wire.RegistryUnavailableException;
import syndication.schema.wire.UnreadableEventException;

/// Reads `articles.enriched` again, beside the listeners and without a consumer group.
final class EnrichedArchive implements Archive {

  private static final Duration POLL = Duration.ofMillis(500);

  /// Without a record for so long, the broker is taken as away.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ConsumerFactory<String, byte[]> consumers;
  private final EventCodec codec;

  EnrichedArchive(ConsumerFactory<String, byte[]> consumers, EventCodec codec) {
    this.consumers = consumers;
    this.codec = codec;
  }

  @Override
  public void read(
      Instant since, @Nullable Instant until, @Nullable String articleId, Consumer<Arrived> each) {
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(articleId);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      consumer.assign(partitions);
      seek(consumer, partitions, since, ends);
      long heard = System.nanoTime();
      ends.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue());
      while (!ends.isEmpty()) {
        var records = consumer.poll(POLL);
        heard = records.isEmpty() ? heard : System.nanoTime();
        if (System.nanoTime() - heard > PATIENCE.toNanos()) {
          throw new ArchiveUnavailableException("the broker gives no records", null);
        }
        for (ConsumerRecord<String, byte[]> record : records) {
          boolean wanted =
              (articleId == null || articleId.equals(record.key()))
                  && (until == null || record.timestamp() < until.toEpochMilli());
          if (wanted) {
            article(record).ifPresent(each);
          }
        }
        ends.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue());
      }
    } catch (KafkaException | RegistryUnavailableException e) {
      throw new ArchiveUnavailableException("the articles cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<PublishedArticle> at(LogPosition position, String articleId) {
    try (var consumer = consumer()) {
      var partition = new TopicPartition(Topic.ENRICHED.topicName(), position.partition());
      consumer.assign(List.of(partition));
      consumer.seek(partition, position.offset());
      for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
        // Compaction may have dropped it: then another record is the first from there on.
        return record.offset() == position.offset()
            ? article(record).map(Arrived::article).filter(it -> it.articleId().equals(articleId))
            : Optional.empty();
      }
      return Optional.empty();
    } catch (KafkaException | RegistryUnavailableException e) {
      throw new ArchiveUnavailableException("the article cannot be read: " + e.getMessage(), e);
    }
  }

  private org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer() {
    var properties = new Properties();
    properties.put("auto.offset.reset", "earliest");
    return consumers.createConsumer("publish-archive", "", "", properties);
  }

  private static List<TopicPartition> partitions(@Nullable String articleId) {
    IntStream numbers =
        articleId == null
            ? IntStream.range(0, Topic.ENRICHED.partitions())
            : IntStream.of(Partitions.of(Topic.ENRICHED, articleId));
    return numbers.mapToObj(it -> new TopicPartition(Topic.ENRICHED.topicName(), it)).toList();
  }

  private static void seek(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
      List<TopicPartition> partitions,
      Instant since,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(it -> times.put(it, Math.max(0, since.toEpochMilli())));
    Map<TopicPartition, OffsetAndTimestamp> begins = consumer.offsetsForTimes(times);
    for (TopicPartition it : partitions) {
      OffsetAndTimestamp begin = begins.get(it);
      consumer.seek(it, begin == null ? ends.getOrDefault(it, 0L) : begin.offset());
    }
  }

  // What cannot be read is a dead letter already.
  private Optional<Arrived> article(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      ArticleEnriched event = codec.decode(record.value(), ArticleEnriched.class);
      return Optional.of(
          new Arrived(
              EnrichedTranslator.article(event),
              new LogPosition(record.partition(), record.offset())));
    } catch (UnreadableEventException e) {
      return Optional.empty();
    }
  }
}
