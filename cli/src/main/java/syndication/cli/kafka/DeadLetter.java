package syndication.cli.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import syndication.schema.topic.Topic;

/// A record that no stage could take.
///
/// Its headers say why: `dlt-stage`, `dlt-exception`, `dlt-reason`, `dlt-topic` and `dlt-partition`
/// of our own stages, or those of Spring Kafka's recoverer (`kafka_dlt-…`).
///
/// @param topic the dead-letter topic it is in
public record DeadLetter(Topic topic, ConsumerRecord<String, byte[]> record) {

  private static final List<String> PREFIXES = List.of("dlt-", "kafka_dlt-");

  /// What people call it: topic, partition and offset.
  public String id() {
    return "%s/%d/%d".formatted(topic.topicName(), record.partition(), record.offset());
  }

  public Instant diedAt() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /// Which stage could not take it: as it says, or the one that reads the topic it came from.
  public String stage() {
    String told = header("dlt-stage", "kafka_dlt-original-consumer-group");
    return told.isEmpty() ? reader() : told;
  }

  private String reader() {
    return switch (Decoder.origin(topic)) {
      case SUBMITTED -> "normalise";
      case REVISED -> "enrich";
      case ENRICHED, WITHDRAWN -> "publish";
      case QUARANTINED,
          DELIVERIES_ATTEMPTED,
          SUBMITTED_DLT,
          REVISED_DLT,
          ENRICHED_DLT,
          WITHDRAWN_DLT ->
          "";
    };
  }

  public String exception() {
    return header("dlt-exception", "kafka_dlt-exception-cause-fqcn", "kafka_dlt-exception-fqcn");
  }

  public String reason() {
    return header("dlt-reason", "kafka_dlt-exception-message");
  }

  /// The record as it was, for the topic and partition it came from.
  ProducerRecord<String, byte[]> original() {
    Topic origin = Decoder.origin(topic);
    var it = new ProducerRecord<>(origin.topicName(), partition(), record.key(), record.value());
    for (Header header : record.headers()) {
      if (PREFIXES.stream().noneMatch(header.key()::startsWith)) {
        it.headers().add(header);
      }
    }
    return it;
  }

  // Without the header the producer's own rule applies, which is ours for keys that are ids.
  private @org.jspecify.annotations.Nullable Integer partition() {
    String told = header("dlt-partition");
    if (!told.isEmpty()) {
      return Integer.valueOf(told);
    }
    Header spring = record.headers().lastHeader("kafka_dlt-original-partition");
    return spring == null ? null : ByteBuffer.wrap(spring.value()).getInt();
  }

  private String header(String... names) {
    for (String name : names) {
      Header it = record.headers().lastHeader(name);
      if (it != null && it.value() != null) {
        return new String(it.value(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
