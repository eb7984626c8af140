package syndication.ingest.submissionlog;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import syndication.ingest.source.Received;
import syndication.ingest.source.SubmissionLog;
import syndication.ingest.source.SubmissionLogUnavailableException;
import syndication.schema.ArticleSubmitted;
import syndication.schema.Channel;
import syndication.schema.SubmissionAction;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.RegistryUnavailableException;
import syndication.schema.wire.TraceContext;

/// Writes what was received to `articles.submitted`, and waits until every replica that counts has
/// it.
final class KafkaSubmissionLog implements SubmissionLog {

  private static final String SERVICE = "/ingest-service";
  private static final String EVENT_TYPE = "article.submitted";

  private final Producer<String, byte[]> producer;
  private final EventCodec codec;
  private final Duration deadline;

  /// @param producer with acks=all, and time limits not above the deadline
  KafkaSubmissionLog(Producer<String, byte[]> producer, EventCodec codec, Duration deadline) {
    this.producer = producer;
    this.codec = codec;
    this.deadline = deadline;
  }

  @Override
  public void append(List<Received> submissions) {
    long end = System.nanoTime() + deadline.toNanos();
    List<Future<RecordMetadata>> sent = new ArrayList<>(submissions.size());
    try {
      for (Received it : submissions) {
        sent.add(producer.send(record(it)));
      }
      for (Future<RecordMetadata> it : sent) {
        it.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SubmissionLogUnavailableException("interrupted while writing to Kafka", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new SubmissionLogUnavailableException(
          "Kafka did not confirm within %s: %s".formatted(deadline, e.getMessage()), e);
    } catch (RegistryUnavailableException e) {
      throw new SubmissionLogUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  private ProducerRecord<String, byte[]> record(Received it) {
    String id = it.submissionId();
    return new ProducerRecord<>(
        Topic.SUBMITTED.topicName(),
        null,
        id,
        codec.encode(Topic.SUBMITTED, event(it, id)),
        EventHeaders.of(
            it.receiptId(),
            EVENT_TYPE,
            SERVICE,
            id,
            it.receivedAt(),
            TraceContext.of(it.traceId(), it.receiptId()),
            null));
  }

  private static ArticleSubmitted event(Received it, String submissionId) {
    return ArticleSubmitted.newBuilder()
        .setSubmissionId(submissionId)
        .setReceiptId(it.receiptId())
        .setSourceId(it.sourceId().value())
        .setChannel(channel(it.road()))
        .setAction(action(it.action()))
        .setContentType(it.contentType())
        .setBody(ByteBuffer.wrap(it.body()))
        .setAddress(it.address() == null ? null : it.address().toString())
        .setItemId(it.itemId())
        .setReceivedAt(it.receivedAt())
        .setStatedAt(it.statedAt())
        .setIdempotencyKey(it.idempotencyKey())
        .setNote(it.note())
        .setAttributes(it.attributes())
        .setTraceId(it.traceId())
        .build();
  }

  private static Channel channel(Received.Road road) {
    return switch (road) {
      case HTTP -> Channel.HTTP;
      case FEED -> Channel.FEED;
      case WEBSUB -> Channel.WEBSUB;
      case PAGE -> Channel.PAGE;
    };
  }

  private static SubmissionAction action(Received.Action action) {
    return switch (action) {
      case PUBLISH -> SubmissionAction.PUBLISH;
      case WITHHOLD -> SubmissionAction.WITHHOLD;
      case RELEASE -> SubmissionAction.RELEASE;
      case KILL -> SubmissionAction.KILL;
      case TAKEDOWN -> SubmissionAction.TAKEDOWN;
      case RESTORE -> SubmissionAction.RESTORE;
    };
  }
}
