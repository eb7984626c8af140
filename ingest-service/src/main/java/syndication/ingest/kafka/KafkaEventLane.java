package syndication.ingest.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.EventLane;
import syndication.ingest.normalise.OutageException;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.revision.Revision;
import syndication.ingest.submission.Submission;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.Partitions;
import syndication.schema.wire.RegistryUnavailableException;
import syndication.schema.wire.TraceContext;
import syndication.schema.wire.UnreadableEventException;

/// Sends what other services have to be told, and submissions that operators send in again.
final class KafkaEventLane implements EventLane {

  private static final String SOURCE = "/ingest-service";

  /// Longer than a producer's own delivery timeout of two minutes, so that its answer comes first.
  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(150);

  private final KafkaOperations<String, byte[]> kafka;
  private final EventCodec codec;
  private final NormaliseSteps steps;

  KafkaEventLane(KafkaOperations<String, byte[]> kafka, EventCodec codec, NormaliseSteps steps) {
    this.kafka = kafka;
    this.codec = codec;
    this.steps = steps;
  }

  @Override
  public void publish(List<Event> events) {
    try {
      send(events.stream().flatMap(it -> records(it).stream()).toList());
      events.forEach(steps::ended);
    } catch (RegistryUnavailableException e) {
      throw new OutageException("the schema registry does not answer", e);
    }
  }

  /// Hands a submission in again.
  void submit(Submission it) {
    try {
      send(
          List.of(
              record(
                  Topic.SUBMITTED,
                  it.submissionId(),
                  null,
                  SubmissionEvents.event(it),
                  headers(
                      it.receiptId(),
                      "article.submitted",
                      it.submissionId(),
                      it.receivedAt(),
                      it.traceId()))));
    } catch (RegistryUnavailableException e) {
      throw new OutageException("the schema registry does not answer", e);
    }
  }

  /// Puts a record that is no event aside, with its bytes and where it came from.
  void deadLetter(DeadLetter it) {
    send(List.of(it.record()));
  }

  private void send(List<ProducerRecord<String, byte[]>> records) {
    List<CompletableFuture<SendResult<String, byte[]>>> sent = new ArrayList<>();
    try {
      for (ProducerRecord<String, byte[]> it : records) {
        sent.add(kafka.send(it));
      }
      kafka.flush();
      for (CompletableFuture<?> it : sent) {
        it.get(CONFIRMED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new OutageException("Kafka did not confirm: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutageException("interrupted while waiting for Kafka", e);
    }
  }

  private List<ProducerRecord<String, byte[]>> records(Event event) {
    return switch (event) {
      case Event.Revised it -> {
        Revision revision = it.revision();
        yield List.of(
            record(
                Topic.REVISED,
                revision.key(),
                Partitions.of(Topic.REVISED, revision.articleId()),
                RevisionEvents.revised(it),
                headers(revision, "article.revised")));
      }
      case Event.Withdrawn it ->
          List.of(
              record(
                  Topic.WITHDRAWN,
                  it.revision().articleId(),
                  null,
                  RevisionEvents.withdrawn(it),
                  headers(it.revision(), "article.withdrawn")));
      case Event.SubmissionQuarantined it -> {
        Quarantined quarantined = it.quarantined();
        Submission submission = quarantined.submission();
        yield List.of(
            record(
                Topic.QUARANTINED,
                submission.submissionId(),
                null,
                RevisionEvents.quarantined(quarantined),
                headers(
                    quarantined.quarantineId(),
                    "article.quarantined",
                    submission.submissionId(),
                    quarantined.quarantinedAt(),
                    submission.traceId())));
      }
      case Event.RevisionErased it ->
          List.of(
              new ProducerRecord<>(
                  Topic.REVISED.topicName(),
                  Partitions.of(Topic.REVISED, it.articleId()),
                  it.articleId() + "#" + it.revision(),
                  null));
      case Event.SubmissionErased it ->
          List.of(
              new ProducerRecord<>(Topic.SUBMITTED.topicName(), it.submissionId(), null),
              new ProducerRecord<>(Topic.QUARANTINED.topicName(), it.submissionId(), null));
    };
  }

  private ProducerRecord<String, byte[]> record(
      Topic topic, String key, @Nullable Integer partition, SpecificRecord event, Headers headers) {
    return new ProducerRecord<>(
        topic.topicName(), partition, key, codec.encode(topic, event), headers);
  }

  private static Headers headers(Revision it, String type) {
    return headers(it.key(), type, it.articleId(), it.made(), it.provenance().traceId());
  }

  private static Headers headers(
      String id, String type, String subject, Instant time, String traceId) {
    return EventHeaders.of(id, type, SOURCE, subject, time, TraceContext.of(traceId, id), null);
  }

  /// A record that is no event of ours, and why.
  ///
  /// @param found as it came
  record DeadLetter(ConsumerRecord<String, byte[]> found, String reason) {

    @SuppressWarnings(
        "NullAway") // Kafka's producer takes no key as `null`, and says nothing of it.
    private ProducerRecord<String, byte[]> record() {
      var headers = new RecordHeaders(found.headers());
      header(headers, "dlt-original-topic", found.topic());
      header(headers, "dlt-original-partition", Integer.toString(found.partition()));
      header(headers, "dlt-original-offset", Long.toString(found.offset()));
      header(headers, "dlt-stage", "normalise");
      header(headers, "dlt-exception", UnreadableEventException.class.getName());
      header(headers, "dlt-reason", reason);
      return new ProducerRecord<>(
          Topic.SUBMITTED.deadLetters().topicName(), null, found.key(), found.value(), headers);
    }

    private static void header(Headers headers, String name, String value) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
