package syndication.publish.webhook;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.publish.address.AddressGuard;
import syndication.publish.address.EndpointCheck;

/// How deliveries leave.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookConfiguration {

  @Bean
  AddressGuard addressGuard(WebhookProperties properties) {
    return new AddressGuard(properties.allow());
  }

  @Bean(destroyMethod = "close")
  HttpPartnerClients partnerClients(
      WebhookProperties properties, AddressGuard guard, InstantSource clock) {
    return new HttpPartnerClients(properties, guard, clock);
  }

  @Bean
  EndpointCheck endpointCheck(HttpPartnerClients clients) {
    return clients.endpointCheck();
  }
}
