package syndication.publish.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryObserver;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.RetryPolicy.NextStep;
import syndication.schema.AttemptOutcome;
import syndication.schema.DeliveryAttempted;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.Partitions;
import syndication.schema.wire.RegistryUnavailableException;
import syndication.schema.wire.TraceContext;

/// Tells `deliveries.attempted` of every attempt. The database has what matters; so when the broker
/// is away for long, what does not fit the buffer is counted and dropped, and deliveries go on.
final class AttemptEvents implements DeliveryObserver, AutoCloseable {

  private static final int BUFFERED_MAX = 20_000;
  private static final String SOURCE = "/publish-service";
  private static final int GONE = 410;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final BlockingQueue<LedgerEntry> waiting = new ArrayBlockingQueue<>(BUFFERED_MAX);
  private final Supplier<Producer<String, byte[]>> producers;
  private final EventCodec codec;
  private final Counter unpublished;
  private final Thread writer;
  private volatile boolean closed;

  // Only the writer's thread uses it.
  private @Nullable Producer<String, byte[]> producer;

  /// @param producers of a producer of its own, which it closes
  AttemptEvents(
      Supplier<Producer<String, byte[]>> producers, EventCodec codec, MeterRegistry meters) {
    this.producers = producers;
    this.codec = codec;
    this.unpublished = meters.counter("syndicate.delivery.attempts.unpublished");
    this.writer = Thread.ofPlatform().name("delivery-attempts").daemon().start(this::run);
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt) {}

  @Override
  public void recorded(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Receipted _, LedgerEntry.Failed _ -> {
        if (!waiting.offer(entry)) {
          unpublished.increment();
        }
      }
      case LedgerEntry.Parked _, LedgerEntry.Leased _, LedgerEntry.Dropped _ -> {}
    }
  }

  /// Sends what is there, and ends, so that nothing is sent by a producer that is closed already.
  @Override
  public void close() {
    closed = true;
    try {
      if (!writer.join(STOP_WITHIN)) {
        writer.interrupt();
        unpublished.increment(waiting.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed || !waiting.isEmpty()) {
        LedgerEntry entry = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (entry != null) {
          publish(entry);
        }
        if (Thread.interrupted()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (producer != null) {
        producer.close(STOP_WITHIN);
      }
    }
  }

  private void publish(LedgerEntry entry) {
    try {
      var _ =
          producer()
              .send(
                  record(entry),
                  (_, failure) -> {
                    if (failure != null) {
                      unpublished.increment();
                    }
                  });
    } catch (KafkaException | RegistryUnavailableException e) {
      unpublished.increment();
    }
  }

  // Made when it is needed: it cannot be while the broker's name is not known.
  private Producer<String, byte[]> producer() {
    Producer<String, byte[]> it = producer;
    if (it == null) {
      it = producers.get();
      producer = it;
    }
    return it;
  }

  private ProducerRecord<String, byte[]> record(LedgerEntry entry) {
    DeliveryAttempted event = event(entry);
    String articleId = event.getArticleId();
    String eventId = EventIds.attempted(event.getDeliveryId(), event.getAttempt());
    return new ProducerRecord<>(
        Topic.DELIVERIES_ATTEMPTED.topicName(),
        Partitions.of(Topic.DELIVERIES_ATTEMPTED, articleId),
        event.getPartnerId() + "#" + articleId,
        codec.encode(Topic.DELIVERIES_ATTEMPTED, event),
        EventHeaders.of(
            eventId,
            "delivery.attempted",
            SOURCE,
            articleId,
            event.getAttemptedAt(),
            TraceContext.of(event.getTraceId(), eventId),
            event.getReplayId().orElse(null)));
  }

  private static DeliveryAttempted event(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Receipted(Delivery delivery, Attempt attempt) ->
          event(delivery, attempt, null);
      case LedgerEntry.Failed(Delivery delivery, Attempt attempt, NextStep next) ->
          event(delivery, attempt, next);
      case LedgerEntry.Parked _, LedgerEntry.Leased _, LedgerEntry.Dropped _ ->
          throw new IllegalArgumentException("no attempt: " + entry);
    };
  }

  private static DeliveryAttempted event(
      Delivery delivery, Attempt attempt, @Nullable NextStep next) {
    Instant nextAt = next instanceof NextStep.RetryAt(Instant time) ? time : null;
    return DeliveryAttempted.newBuilder()
        .setDeliveryId(delivery.id())
        .setPartnerId(delivery.partnerId())
        .setSubscriptionId(delivery.subscriptionId())
        .setArticleId(delivery.payload().articleId())
        .setRevision(delivery.payload().version().revision())
        .setEventType(delivery.type().wireName())
        .setAttempt(attempt.number())
        .setOutcome(outcome(attempt.outcome(), next))
        .setStatus(status(attempt.outcome()))
        .setReason(reason(attempt.outcome()))
        .setDurationMillis(attempt.took().toMillis())
        .setAttemptedAt(attempt.at())
        .setNextAttemptAt(nextAt)
        .setTraceId(delivery.payload().traceId())
        .setReplayId(delivery.payload().replayId())
        .build();
  }

  private static AttemptOutcome outcome(Outcome outcome, @Nullable NextStep next) {
    if (next instanceof NextStep.DeadLetter) {
      return AttemptOutcome.DEAD_LETTERED;
    }
    return switch (outcome) {
      case Outcome.Delivered _ -> AttemptOutcome.DELIVERED;
      case Outcome.Failed _ -> AttemptOutcome.FAILED;
      case Outcome.Gone _, Outcome.Refused _ -> AttemptOutcome.REFUSED;
    };
  }

  private static @Nullable Integer status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered(int status) -> status;
      case Outcome.Failed failed -> failed.status();
      case Outcome.Gone _ -> GONE;
      case Outcome.Refused _ -> null;
    };
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delivered _ -> null;
      case Outcome.Failed failed -> failed.reason();
      case Outcome.Gone _ -> "answered 410";
      case Outcome.Refused(String reason) -> reason;
    };
  }
}
