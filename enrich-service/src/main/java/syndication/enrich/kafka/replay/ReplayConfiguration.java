package syndication.enrich.kafka.replay;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.FollowUp;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.kafka.EnrichedRecords;
import syndication.schema.wire.EventCodec;

/// Wires replays.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplayProperties.class)
public class ReplayConfiguration {

  @Bean
  ReplayTools replayTools(
      EventCodec codec,
      Enricher enricher,
      ObjectProvider<FollowUp> followUp,
      ConsumerFactory<String, byte[]> consumers,
      KafkaTemplate<String, byte[]> template,
      EnrichedRecords records,
      KafkaAdmin admin) {
    return new ReplayTools(
        codec,
        enricher,
        followUp.getIfAvailable(),
        consumers,
        template,
        records,
        admin.getConfigurationProperties(),
        InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  Replays replays(ReplayTools tools, ReplayProperties properties, Stages.Options options) {
    return new Replays(tools, properties.folder(), options.names());
  }
}
