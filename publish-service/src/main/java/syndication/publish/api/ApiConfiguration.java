package syndication.publish.api;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import syndication.publish.address.EndpointCheck;
import syndication.publish.article.SiteState;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.delivery.Engine;
import syndication.publish.partner.Partners;
import syndication.publish.replay.Archive;
import syndication.publish.replay.ReplayRunner;
import syndication.publish.replay.Replays;
import syndication.publish.subscription.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/// The operators' API.
@Configuration(proxyBeanMethods = false)
public class ApiConfiguration {

  @Bean
  FilterRegistrationBean<OperatorFilter> operatorFilter(Environment environment) {
    OperatorToken token =
        OperatorToken.of(
            environment.getProperty("syndicate.operator-token"),
            environment.getProperty("syndicate.operator-token-file"));
    var registration = new FilterRegistrationBean<>(new OperatorFilter(token, JsonMapper.shared()));
    registration.addUrlPatterns("/api/admin/*");
    return registration;
  }

  @Bean
  ApiErrors apiErrors() {
    return new ApiErrors();
  }

  @Bean
  Problems problems() {
    return new Problems();
  }

  @Bean
  PartnerController partnerController(
      Partners partners, Subscriptions subscriptions, Engine engine, InstantSource clock) {
    return new PartnerController(partners, subscriptions, engine, clock);
  }

  @Bean
  SubscriptionController subscriptionController(
      Partners partners,
      Subscriptions subscriptions,
      Engine engine,
      ReplayRunner replayRunner,
      Replays replays,
      EndpointCheck endpoints,
      InstantSource clock) {
    return new SubscriptionController(
        partners,
        subscriptions,
        engine,
        replayRunner,
        replays,
        endpoints,
        clock,
        new SecureRandom());
  }

  @Bean
  DeliveryController deliveryController(
      DeliveryLog log,
      Engine engine,
      Subscriptions subscriptions,
      Archive archive,
      ObjectProvider<SiteState> site,
      InstantSource clock) {
    SiteState onSite = site.getIfAvailable(() -> _ -> Optional.empty());
    return new DeliveryController(log, engine, subscriptions, archive, onSite, clock);
  }
}
