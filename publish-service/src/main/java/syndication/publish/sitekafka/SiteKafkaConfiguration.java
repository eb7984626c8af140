package syndication.publish.sitekafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import syndication.publish.deadletter.DeadLetters;
import syndication.publish.sitestore.SiteStore;
import syndication.publish.startup.ConditionalOnRole;
import syndication.publish.startup.Role;
import syndication.publish.startup.WhenReady;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;

/// How the site hears of articles, and of withdrawals in a lane of their own.
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SITE)
public class SiteKafkaConfiguration {

  /// Between two tries of a batch that the database or the registry did not take.
  private static final long RETRY_MILLIS = 500;

  /// A commit for each batch costs broker and reader more than the batch when little comes at once;
  /// what is read again after a crash changes nothing.
  private static final int ACKNOWLEDGED_TOGETHER = 500;

  private static final long ACKNOWLEDGED_WITHIN_MILLIS = 500;

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> siteContainer(
      ConsumerFactory<?, ?> consumers,
      KafkaTemplate<?, ?> kafka,
      EventCodec codec,
      SiteStore store,
      MeterRegistry meters) {
    var deadLetters = new DeadLetters(kafka, Topic.ENRICHED);
    return container(
        consumers,
        Topic.ENRICHED,
        "publish-site",
        SiteListener.ofEnriched(codec, store, deadLetters, meters));
  }

  /// A group and a thread of its own: a withdrawal never waits behind articles.
  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> siteWithdrawalsContainer(
      ConsumerFactory<?, ?> consumers,
      KafkaTemplate<?, ?> kafka,
      EventCodec codec,
      SiteStore store,
      MeterRegistry meters) {
    var deadLetters = new DeadLetters(kafka, Topic.WITHDRAWN);
    return container(
        consumers,
        Topic.WITHDRAWN,
        "publish-site-withdrawals",
        SiteListener.ofWithdrawn(codec, store, deadLetters, meters));
  }

  @Bean
  @Order(20)
  WhenReady beginSite(
      ConcurrentMessageListenerContainer<String, byte[]> siteWithdrawalsContainer,
      ConcurrentMessageListenerContainer<String, byte[]> siteContainer) {
    return () -> {
      siteWithdrawalsContainer.start();
      siteContainer.start();
    };
  }

  // The service's consumers have String keys and byte[] values, by application.yaml.
  @SuppressWarnings("unchecked")
  private static ConcurrentMessageListenerContainer<String, byte[]> container(
      ConsumerFactory<?, ?> consumers, Topic topic, String group, SiteListener<?> listener) {
    var properties = new ContainerProperties(topic.topicName());
    properties.setGroupId(group);
    properties.setMessageListener(listener);
    properties.setAckMode(AckMode.COUNT_TIME);
    properties.setAckCount(ACKNOWLEDGED_TOGETHER);
    properties.setAckTime(ACKNOWLEDGED_WITHIN_MILLIS);
    properties.setPollTimeout(ACKNOWLEDGED_WITHIN_MILLIS);
    var container =
        new ConcurrentMessageListenerContainer<String, byte[]>(
            (ConsumerFactory<String, byte[]>) consumers, properties);
    container.setBeanName(group);
    container.setAutoStartup(false);
    // What fails here is the database, the broker or the registry: it waits until they are back.
    container.setCommonErrorHandler(
        new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    return container;
  }
}
