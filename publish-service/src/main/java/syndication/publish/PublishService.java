package syndication.publish;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import syndication.publish.startup.StartupConfiguration;

/// The publish service: pushes enriched articles to partners and shows them on the site.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  DeliveryConfiguration.class,
  SiteConfiguration.class,
  StartupConfiguration.class,
})
public class PublishService {

  public static void main(String[] args) {
    SpringApplication.run(PublishService.class, args);
  }
}
