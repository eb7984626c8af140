package syndication.publish.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;
import syndication.publish.deadletter.DeadLetters;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.Engine.Arrived;
import syndication.publish.delivery.LogPosition;
import syndication.schema.ArticleEnriched;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistryUnavailableException;

/// Reads `articles.enriched` once for all partners. A batch's offsets are acknowledged when all its
/// deliveries are done or durable; the reader goes on meanwhile, for a bounded number of batches.
final class EnrichedListener
    implements BatchAcknowledgingMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

  /// Batches park what partners have not answered well before this.
  private static final Duration SETTLE_WITHIN = Duration.ofSeconds(2);

  private final Engine engine;
  private final EventCodec codec;
  private final DeadLetters deadLetters;

  EnrichedListener(Engine engine, EventCodec codec, DeadLetters deadLetters) {
    this.engine = engine;
    this.codec = codec;
    this.deadLetters = deadLetters;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<String, byte[]>> records, @Nullable Acknowledgment acknowledgment) {
    List<Arrived> arrived = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      // A tombstone only erases.
      if (record.value() != null) {
        read(record, arrived);
      }
    }
    engine.accept(
        arrived,
        () -> {
          if (acknowledgment != null) {
            acknowledgment.acknowledge();
          }
        });
  }

  /// What was read here is made durable before another instance reads on.
  @Override
  public void onPartitionsRevokedBeforeCommit(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    try {
      engine.awaitSettled(SETTLE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Whatever one record does to its reader, the next ones go on.
  private void read(ConsumerRecord<String, byte[]> record, List<Arrived> arrived) {
    try {
      ArticleEnriched event = codec.decode(record.value(), ArticleEnriched.class);
      arrived.add(
          new Arrived(
              EnrichedTranslator.article(event),
              new LogPosition(record.partition(), record.offset())));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      deadLetters.put(record, e);
    }
  }
}
