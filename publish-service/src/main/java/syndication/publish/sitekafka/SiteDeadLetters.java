package syndication.publish.sitekafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import syndication.schema.topic.Topic;

/// Where records go that the site can never take, with their bytes as they were.
final class SiteDeadLetters {

  private static final Logger logger = LoggerFactory.getLogger(SiteDeadLetters.class);

  /// The broker's client chooses.
  private static final int ANY_PARTITION = -1;

  private final DeadLetterPublishingRecoverer recoverer;

  SiteDeadLetters(KafkaTemplate<?, ?> kafka, Topic topic) {
    this.recoverer =
        new DeadLetterPublishingRecoverer(
            kafka, (_, _) -> new TopicPartition(topic.deadLetters().topicName(), ANY_PARTITION));
    this.recoverer.setFailIfSendResultIsError(true);
  }

  /// On return the broker has it.
  void put(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
    recoverer.accept(record, reason);
    logger
        .atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("reason", reason.getMessage())
        .log("record put to the dead letters of the site");
  }
}
