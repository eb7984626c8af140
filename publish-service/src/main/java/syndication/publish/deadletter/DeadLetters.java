package syndication.publish.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import syndication.schema.topic.Topic;

/// Puts records that cannot be read where an operator finds them, bytes untouched. The record's
/// headers say which consumer group could not.
public final class DeadLetters {

  private static final Logger logger = LoggerFactory.getLogger(DeadLetters.class);

  /// The broker's client chooses.
  private static final int ANY_PARTITION = -1;

  private final DeadLetterPublishingRecoverer recoverer;

  public DeadLetters(KafkaTemplate<?, ?> template, Topic topic) {
    this.recoverer =
        new DeadLetterPublishingRecoverer(
            template, (_, _) -> new TopicPartition(topic.deadLetters().topicName(), ANY_PARTITION));
    this.recoverer.setFailIfSendResultIsError(true);
  }

  /// On return the broker has it.
  public void put(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
    recoverer.accept(record, reason);
    logger
        .atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("reason", reason.getMessage())
        .log("record put to the dead letters");
  }
}
