package syndication.enrich.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.TopicPartitionOffset;
import syndication.enrich.enrichment.FollowUp;
import syndication.schema.topic.Topic;

/// Wires the model's revisions, where there is a model.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(FollowUp.class)
public class ModelKafkaConfiguration {

  @Bean(destroyMethod = "close")
  ModelRevisions modelRevisions(
      FollowUp followUp,
      EnrichedRecords records,
      KafkaTemplate<String, byte[]> template,
      MeterRegistry meters) {
    return new ModelRevisions(followUp, records, template, meters, InstantSource.system());
  }

  // Every instance hears of every withdrawal from now on, without a group: an article may wait
  // anywhere.
  @Bean
  KafkaMessageListenerContainer<String, byte[]> modelWithdrawals(
      ConsumerFactory<String, byte[]> consumers, ModelRevisions revisions) {
    var partitions =
        IntStream.range(0, Topic.WITHDRAWN.partitions())
            .mapToObj(it ->
                new TopicPartitionOffset(
                    Topic.WITHDRAWN.topicName(), it, TopicPartitionOffset.SeekPosition.END))
            .toArray(TopicPartitionOffset[]::new);
    var properties = new ContainerProperties(partitions);
    properties.setGroupId("enrich-model-withdrawals");
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setMessageListener(
        (MessageListener<String, byte[]>) it -> revisions.withdrawn(it.key()));
    var container = new KafkaMessageListenerContainer<>(consumers, properties);
    container.setAutoStartup(false);
    container.setBeanName("modelWithdrawals");
    return container;
  }
}
