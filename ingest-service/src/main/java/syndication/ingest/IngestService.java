package syndication.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/// The ingest service: turns what sources publish into clean article revisions.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class IngestService {

  public static void main(String[] args) {
    SpringApplication.run(IngestService.class, args);
  }
}
