package syndication.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import syndication.ingest.admin.AdminConfiguration;
import syndication.ingest.http.HttpConfiguration;
import syndication.ingest.kafka.KafkaConfiguration;
import syndication.ingest.polling.PollingConfiguration;
import syndication.ingest.sourcestore.SourceStoreConfiguration;
import syndication.ingest.store.StoreConfiguration;
import syndication.ingest.submissionlog.SubmissionLogConfiguration;

/// The ingest service: turns what sources publish into clean article revisions.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  AdminConfiguration.class,
  HttpConfiguration.class,
  KafkaConfiguration.class,
  NormaliserConfiguration.class,
  PollingConfiguration.class,
  SourceStoreConfiguration.class,
  SourcesConfiguration.class,
  StartupConfiguration.class,
  StoreConfiguration.class,
  SubmissionLogConfiguration.class,
})
public class IngestService {

  public static void main(String[] args) {
    SpringApplication.run(IngestService.class, args);
  }
}
