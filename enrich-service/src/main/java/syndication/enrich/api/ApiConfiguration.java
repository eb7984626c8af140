package syndication.enrich.api;

import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import syndication.enrich.kafka.replay.Replays;
import tools.jackson.databind.json.JsonMapper;

/// The operators' API, behind their token.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class ApiConfiguration {

  @Bean
  FilterRegistrationBean<OperatorFilter> operatorFilter(Environment environment) {
    OperatorToken token =
        OperatorToken.of(
            environment.getProperty("syndicate.operator-token"),
            environment.getProperty("syndicate.operator-token-file"));
    var registration = new FilterRegistrationBean<>(new OperatorFilter(token, JsonMapper.shared()));
    registration.addUrlPatterns("/api/*");
    return registration;
  }

  @Bean
  ReplayController replayController(Replays replays) {
    return new ReplayController(replays, new SecureRandom());
  }

  @Bean
  Problems problems() {
    return new Problems();
  }
}
