package syndication.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import syndication.ingest.admin.AdminConfiguration;
import syndication.ingest.kafka.KafkaConfiguration;
import syndication.ingest.store.StoreConfiguration;

/// The ingest service: turns what sources publish into clean article revisions.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AdminConfiguration.class,
  KafkaConfiguration.class,
  NormaliserConfiguration.class,
  StartupConfiguration.class,
  StoreConfiguration.class
})
public class IngestService {

  public static void main(String[] args) {
    SpringApplication.run(IngestService.class, args);
  }
}
