package syndication.enrich;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import syndication.enrich.api.ApiConfiguration;
import syndication.enrich.kafka.KafkaConfiguration;
import syndication.enrich.kafka.ModelKafkaConfiguration;
import syndication.enrich.kafka.replay.ReplayConfiguration;
import syndication.enrich.modelhttp.ModelConfiguration;

/// The enrich service: adds language, tags, topics and summaries.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  ModelConfiguration.class,
  EnrichConfiguration.class,
  ModelKafkaConfiguration.class,
  KafkaConfiguration.class,
  ReplayConfiguration.class,
  ApiConfiguration.class
})
public class EnrichService {

  public static void main(String[] args) {
    SpringApplication.run(EnrichService.class, args);
  }
}
