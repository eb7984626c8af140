package syndication.enrich.modelhttp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.enrich.http.BoundedHttp;
import syndication.enrich.model.Breaker;
import syndication.enrich.model.Budget;
import syndication.enrich.model.ChatModel;
import syndication.enrich.model.GuardedModel;

/// Wires the language model, where an operator gave an address.
@Configuration(proxyBeanMethods = false)
@ConditionalOnModel
@EnableConfigurationProperties(ModelProperties.class)
public class ModelConfiguration {

  /// A summary is 65 words; a thinking model says some thousands around it.
  private static final int ANSWER_BYTES_MAX = 256 * 1024;

  @Bean
  Breaker modelBreaker() {
    return new Breaker();
  }

  @Bean
  Budget modelBudget(ModelProperties properties) {
    return new Budget(properties.tokensPerDay());
  }

  @Bean(destroyMethod = "close")
  BoundedHttp modelHttp(ModelProperties properties) {
    return new BoundedHttp(
        new BoundedHttp.Limits(
            properties.connectWithin(),
            properties.answerWithin(),
            ANSWER_BYTES_MAX,
            properties.concurrent()),
        InstantSource.system());
  }

  @Bean
  ChatModel chatModel(
      ModelProperties properties, BoundedHttp modelHttp, Breaker breaker, Budget budget) {
    return new GuardedModel(
        new OpenAiModel(modelHttp, properties.completions(), properties.name(), properties.key()),
        breaker,
        budget,
        properties.concurrent(),
        properties.attempts(),
        InstantSource.system(),
        Thread::sleep);
  }

  @Bean
  ModelWatch modelWatch(MeterRegistry meters) {
    return new ModelWatch(meters);
  }

  @Bean
  ModelHealth modelHealthIndicator(
      ModelProperties properties, Breaker breaker, Budget budget, ModelWatch watch) {
    return new ModelHealth(properties, breaker, budget, watch, InstantSource.system());
  }
}
