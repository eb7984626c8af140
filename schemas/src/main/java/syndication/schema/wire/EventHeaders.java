package syndication.schema.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// The headers of every record: CloudEvents 1.0 in Kafka's binary mode
/// (<https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md>),
/// `traceparent`, and `replay-id` when an operator sends again.
public final class EventHeaders {

  public static final String REPLAY_ID = "replay-id";
  public static final String TRACEPARENT = "traceparent";

  private EventHeaders() {}

  /// @param id of this event; the same id means the same event
  /// @param type such as `article.revised`
  /// @param source the service that wrote it, such as `/ingest-service`
  /// @param subject what it is about: an articleId or submissionId
  /// @param replayId of the replay this belongs to, or `null`
  public static Headers of(
      String id,
      String type,
      String source,
      String subject,
      Instant time,
      TraceContext trace,
      @Nullable String replayId) {
    var headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", id);
    add(headers, "ce_type", type);
    add(headers, "ce_source", source);
    add(headers, "ce_subject", subject);
    add(headers, "ce_time", time.toString());
    add(headers, "content-type", "application/avro");
    add(headers, TRACEPARENT, trace.traceparent());
    if (replayId != null) {
      add(headers, REPLAY_ID, replayId);
    }
    return headers;
  }

  /// The last value of a header, if there is one.
  public static Optional<String> value(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
