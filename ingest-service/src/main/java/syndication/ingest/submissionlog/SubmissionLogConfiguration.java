package syndication.ingest.submissionlog;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import syndication.ingest.source.SubmissionLog;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.SendWatch;
import syndication.schema.wire.TraceContext;

/// The log of submissions, with a producer of its own that gives up in time.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubmissionLogProperties.class)
public class SubmissionLogConfiguration {

  // Every caller waits for its own article; what comes meanwhile is sent together all the same.
  private static final int LINGER_MS = 0;

  @Bean
  SubmissionLog submissionLog(
      SubmissionLogProducer producer,
      EventCodec codec,
      SubmissionLogProperties properties,
      Traces traces,
      InstantSource clock) {
    return new TracedSubmissionLog(
        new KafkaSubmissionLog(producer.producer(), codec, properties.deadline()),
        traces,
        clock,
        SubmissionLogConfiguration::caller);
  }

  /// The step of the caller whose request this thread answers.
  private static Optional<TraceContext> caller() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
        ? TraceContext.parse(it.getRequest().getHeader(EventHeaders.TRACEPARENT))
        : Optional.empty();
  }

  @Bean
  SubmissionLogProducer submissionLogProducer(
      KafkaProperties kafka, SubmissionLogProperties properties, ObjectProvider<SendWatch> watch) {
    Map<String, Object> config = kafka.buildProducerProperties();
    int deadline = Math.toIntExact(properties.deadline().toMillis());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deadline);
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deadline);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deadline);
    watch.ifAvailable(it -> config.putAll(it.producerConfig()));
    return new SubmissionLogProducer(
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()));
  }

  /// The log's producer; a type of its own, so that it is not taken for anybody else's.
  record SubmissionLogProducer(Producer<String, byte[]> producer) implements AutoCloseable {
    @Override
    public void close() {
      producer.close();
    }
  }
}
