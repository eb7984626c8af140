package syndication.enrich;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/// The enrich service: adds language, tags, topics and summaries.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class EnrichService {

  public static void main(String[] args) {
    SpringApplication.run(EnrichService.class, args);
  }
}
