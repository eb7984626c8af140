package syndication.ingest.kafka;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import syndication.ingest.normalise.Normaliser;
import syndication.ingest.normalise.Resubmission;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;

/// The Kafka edge.
@Configuration(proxyBeanMethods = false)
public class KafkaConfiguration {

  /// Outages end sooner or later; waiting longer than this between tries only delays the work.
  private static final long PAUSE_MS_MAX = 10_000;

  private static final long FIRST_PAUSE_MS = 200;

  @Bean
  KafkaEventLane eventLane(
      KafkaTemplate<String, byte[]> kafka, EventCodec codec, Traces traces, InstantSource clock) {
    return new KafkaEventLane(kafka, codec, new NormaliseSteps(traces, clock));
  }

  @Bean
  Resubmission resubmission(KafkaEventLane lane) {
    return lane::submit;
  }

  @Bean
  SubmissionListener submissionListener(
      Normaliser normaliser, EventCodec codec, KafkaEventLane lane) {
    return new SubmissionListener(normaliser, codec, lane);
  }

  /// Offsets are committed without waiting: what a crash makes come again is known by its receipt.
  @Bean
  ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      offsetsAreCommittedInPassing() {
    return it -> it.getContainerProperties().setSyncCommits(false);
  }

  /// Whatever reaches it is an outage: the batch is tried again, for ever. What is wrong with a
  /// single record was dealt with before.
  @Bean
  CommonErrorHandler outagesAreRetriedForEver() {
    var pause = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
    pause.setMaxInterval(PAUSE_MS_MAX);
    return new DefaultErrorHandler(pause);
  }
}
