package syndication.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendWatchTest {

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final SendWatch watch = new SendWatch(() -> now);
  private final SendWatch.Interceptor producer = new SendWatch.Interceptor();

  @BeforeEach
  void configure() {
    producer.configure(watch.producerConfig());
  }

  @Test
  void whatIsAcknowledgedIsWell() {
    send();
    after(Duration.ofSeconds(5));
    producer.onAcknowledgement(null, null);
    after(Duration.ofSeconds(60));

    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void aRefusalIsToldWhenItLasts() {
    send();
    producer.onAcknowledgement(null, new RecordTooLargeException("too large"));
    assertThat(watch.trouble()).isEmpty();

    after(Duration.ofSeconds(16));

    assertThat(watch.trouble()).contains("nothing could be sent to Kafka for 16 s: too large");
  }

  @Test
  void whatNeverComesBackIsNoticedToo() {
    send();
    after(Duration.ofSeconds(20));
    send();

    assertThat(watch.trouble()).contains("nothing could be sent to Kafka for 20 s: no answer");
  }

  @Test
  void oneRecordThatArrivesEndsTheTrouble() {
    send();
    after(Duration.ofSeconds(20));
    send();
    producer.onAcknowledgement(null, null);

    assertThat(watch.trouble()).isEmpty();
  }

  @Test
  void whatNobodyTriesAnyMoreIsNotHeldAgainstIt() {
    send();
    after(Duration.ofMinutes(3));

    assertThat(watch.trouble()).isEmpty();
  }

  private void send() {
    producer.onSend(new ProducerRecord<>("articles.enriched", "value"));
  }

  private void after(Duration time) {
    now = now.plus(time);
  }
}
