package syndication.cli.kafka;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleQuarantined;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleSubmitted;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.DeliveryAttempted;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.UnreadableEventException;

/// Makes a topic's records readable.
public final class Decoder {

  private final EventCodec codec;

  public Decoder(EventCodec codec) {
    this.codec = codec;
  }

  /// The record with its place, headers of ours and event; `unreadable` says why there is no event.
  public ObjectNode decode(Topic topic, ConsumerRecord<String, byte[]> record) {
    ObjectNode it =
        JsonNodeFactory.instance
            .objectNode()
            .put("topic", record.topic())
            .put("partition", record.partition())
            .put("offset", record.offset())
            .put("time", Instant.ofEpochMilli(record.timestamp()).toString())
            .put("key", record.key());
    EventHeaders.value(record.headers(), EventHeaders.TRACEPARENT)
        .ifPresent(value -> it.put(EventHeaders.TRACEPARENT, value));
    EventHeaders.value(record.headers(), EventHeaders.REPLAY_ID)
        .ifPresent(value -> it.put(EventHeaders.REPLAY_ID, value));
    if (record.value() == null) {
      return it.put("tombstone", true);
    }
    try {
      it.set("event", EventJson.of(codec.decode(record.value(), type(origin(topic)))));
    } catch (UnreadableEventException e) {
      it.put("unreadable", e.getMessage());
      it.put("bytes", record.value().length);
    }
    return it;
  }

  /// The topic of a name.
  public static Optional<Topic> topic(String name) {
    return Arrays.stream(Topic.values()).filter(it -> it.topicName().equals(name)).findFirst();
  }

  /// The topic that a dead-letter topic's records come from; any other topic itself.
  static Topic origin(Topic topic) {
    return switch (topic) {
      case SUBMITTED, SUBMITTED_DLT -> Topic.SUBMITTED;
      case REVISED, REVISED_DLT -> Topic.REVISED;
      case ENRICHED, ENRICHED_DLT -> Topic.ENRICHED;
      case WITHDRAWN, WITHDRAWN_DLT -> Topic.WITHDRAWN;
      case QUARANTINED -> Topic.QUARANTINED;
      case DELIVERIES_ATTEMPTED -> Topic.DELIVERIES_ATTEMPTED;
    };
  }

  private static Class<? extends SpecificRecord> type(Topic topic) {
    return switch (topic) {
      case SUBMITTED, SUBMITTED_DLT -> ArticleSubmitted.class;
      case QUARANTINED -> ArticleQuarantined.class;
      case REVISED, REVISED_DLT -> ArticleRevised.class;
      case ENRICHED, ENRICHED_DLT -> ArticleEnriched.class;
      case WITHDRAWN, WITHDRAWN_DLT -> ArticleWithdrawn.class;
      case DELIVERIES_ATTEMPTED -> DeliveryAttempted.class;
    };
  }
}
