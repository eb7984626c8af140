package syndication.schema.wire;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Notices producers that cannot send, whatever the reason: a broker that refuses, one that is
/// away, or a library that fails before a record leaves. Safe for use by several threads.
///
/// ```
/// Fine ── sends ──▶ Waiting(since) ── acknowledged ──▶ Fine
///                     └── refused: the reason is kept
/// ```
public final class SendWatch {

  /// A producer tries again by itself for a while; shorter pauses are its daily bread.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// What nobody has tried for this long is no longer known to fail. Retries come more often.
  private static final Duration MEMORY = Duration.ofMinutes(2);

  private static final String CONFIG = "syndicate.send.watch";

  /// @param since when the first record was sent that none was acknowledged after
  /// @param last when a record was last sent
  private record Waiting(Instant since, Instant last, String reason) {}

  private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();
  private final InstantSource clock;

  public SendWatch(InstantSource clock) {
    this.clock = clock;
  }

  /// What a producer has to be configured with to be watched.
  public Map<String, Object> producerConfig() {
    return Map.of(
        ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, Interceptor.class.getName(), CONFIG, this);
  }

  /// Why nothing goes out, in words; empty when all is well or nobody tries.
  public Optional<String> trouble() {
    Waiting it = waiting.get();
    Instant now = clock.instant();
    if (it == null
        || Duration.between(it.since(), now).compareTo(PATIENCE) < 0
        || Duration.between(it.last(), now).compareTo(MEMORY) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        "nothing could be sent to Kafka for %d s: %s"
            .formatted(Duration.between(it.since(), now).toSeconds(), it.reason()));
  }

  private void sent() {
    Instant now = clock.instant();
    waiting.updateAndGet(it ->
        it == null
            ? new Waiting(now, now, "no answer")
            : new Waiting(it.since(), now, it.reason()));
  }

  private void acknowledged() {
    waiting.set(null);
  }

  private void refused(Exception reason) {
    String words = requireNonNullElse(reason.getMessage(), reason.getClass().getSimpleName());
    waiting.updateAndGet(it -> it == null ? null : new Waiting(it.since(), it.last(), words));
  }

  /// Kafka's client makes it by the name of its class.
  public static final class Interceptor implements ProducerInterceptor<Object, Object> {

    private @Nullable SendWatch watch;

    @Override
    public void configure(Map<String, ?> configs) {
      watch = (SendWatch) configs.get(CONFIG);
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
      if (watch != null) {
        watch.sent();
      }
      return record;
    }

    @Override
    public void onAcknowledgement(
        @Nullable RecordMetadata metadata, @Nullable Exception exception) {
      if (watch != null) {
        if (exception == null) {
          watch.acknowledged();
        } else {
          watch.refused(exception);
        }
      }
    }

    @Override
    public void close() {}
  }
}
