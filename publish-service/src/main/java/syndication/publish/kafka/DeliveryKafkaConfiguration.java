package syndication.publish.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import syndication.publish.deadletter.DeadLetters;
import syndication.publish.delivery.Engine;
import syndication.publish.replay.Archive;
import syndication.publish.startup.ConditionalOnRole;
import syndication.publish.startup.Role;
import syndication.publish.startup.WhenReady;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;

/// How the delivery engine hears of articles and withdrawals.
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.DELIVERY)
public class DeliveryKafkaConfiguration {

  /// Commits what was settled since, even when nothing new comes.
  private static final long POLL_MILLIS = 100;

  private static final long RETRY_MILLIS = 1_000;

  /// The least a broker takes by default: another instance takes over soon after a crash.
  private static final String SESSION_MILLIS = "6000";

  /// Nobody waits for them, and a batch of many costs little more than one of few.
  private static final int ATTEMPTS_LINGER_MILLIS = 100;

  private static final String HEARTBEAT_MILLIS = "2000";

  @Bean
  AttemptEvents attemptEvents(
      ProducerFactory<?, ?> producers, EventCodec codec, MeterRegistry meters) {
    Map<String, Object> properties = new HashMap<>(producers.getConfigurationProperties());
    properties.put("linger.ms", ATTEMPTS_LINGER_MILLIS);
    return new AttemptEvents(
        () -> new KafkaProducer<>(properties), codec, new SplittableRandom(), meters);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> deliveryContainer(
      ConsumerFactory<?, ?> consumers,
      KafkaTemplate<?, ?> template,
      EventCodec codec,
      Engine engine) {
    var listener = new EnrichedListener(engine, codec, new DeadLetters(template, Topic.ENRICHED));
    ContainerProperties properties = properties(Topic.ENRICHED, "publish-delivery", listener);
    properties.setAckMode(AckMode.MANUAL);
    properties.setConsumerRebalanceListener(listener);
    return container("delivery", consumers, properties);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> withdrawalsContainer(
      ConsumerFactory<?, ?> consumers,
      KafkaTemplate<?, ?> template,
      EventCodec codec,
      Engine engine) {
    var listener = new WithdrawnListener(engine, codec, new DeadLetters(template, Topic.WITHDRAWN));
    ContainerProperties properties = properties(Topic.WITHDRAWN, "publish-withdrawals", listener);
    properties.setAckMode(AckMode.BATCH);
    return container("withdrawals", consumers, properties);
  }

  @Bean
  Archive archive(ConsumerFactory<?, ?> consumers, EventCodec codec) {
    return new EnrichedArchive(typed(consumers), codec);
  }

  @Bean
  @Order(10)
  WhenReady beginDelivery(
      Engine engine,
      ConcurrentMessageListenerContainer<String, byte[]> withdrawalsContainer,
      ConcurrentMessageListenerContainer<String, byte[]> deliveryContainer) {
    return () -> {
      engine.start();
      withdrawalsContainer.start();
      deliveryContainer.start();
    };
  }

  private static ContainerProperties properties(Topic topic, String group, Object listener) {
    var properties = new ContainerProperties(topic.topicName());
    properties.setGroupId(group);
    properties.setMessageListener(listener);
    properties.setPollTimeout(POLL_MILLIS);
    var consumer = new Properties();
    consumer.put("session.timeout.ms", SESSION_MILLIS);
    consumer.put("heartbeat.interval.ms", HEARTBEAT_MILLIS);
    properties.setKafkaConsumerProperties(consumer);
    return properties;
  }

  private static ConcurrentMessageListenerContainer<String, byte[]> container(
      String name, ConsumerFactory<?, ?> consumers, ContainerProperties properties) {
    var container =
        new ConcurrentMessageListenerContainer<String, byte[]>(typed(consumers), properties);
    container.setBeanName(name);
    container.setAutoStartup(false);
    // What fails here is the database or the registry: it waits until they are back.
    container.setCommonErrorHandler(
        new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    return container;
  }

  // The service's consumers and producers have String keys and byte[] values, by application.yaml.
  @SuppressWarnings("unchecked")
  private static ConsumerFactory<String, byte[]> typed(ConsumerFactory<?, ?> it) {
    return (ConsumerFactory<String, byte[]>) it;
  }
}
