package syndication.ingest.http;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.ingest.source.FeedPolling;
import syndication.ingest.source.IdempotentAnswers;
import syndication.ingest.source.ReceiptIds;
import syndication.ingest.source.Sources;
import syndication.ingest.source.SubmissionLog;
import syndication.ingest.websub.Callbacks;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP interface of sources and operators.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpProperties.class, OperatorProperties.class})
@Import({ProblemAdvice.class, OpenApiController.class})
public class HttpConfiguration {

  // The salt of every secret and id made here.
  private final SecureRandom random = new SecureRandom();

  @Bean
  Credentials credentials(Sources sources, InstantSource clock) {
    return new Credentials(sources, clock);
  }

  @Bean
  FilterRegistrationBean<CallerFilter> callerFilter(
      OperatorProperties operator, Credentials credentials, JsonMapper json) {
    var it =
        new FilterRegistrationBean<>(
            new CallerFilter(new OperatorToken(operator), credentials, json));
    it.addUrlPatterns("/api/*");
    return it;
  }

  @Bean
  ArticlesController articlesController(
      Sources sources,
      SubmissionLog log,
      IdempotentAnswers answers,
      InstantSource clock,
      HttpProperties properties,
      JsonMapper json) {
    var form = new SubmissionForm(clock, new ReceiptIds(clock, random), random, json);
    var rates = new RateLimits(properties, clock);
    return new ArticlesController(sources, rates, form, log, answers, json);
  }

  @Bean
  SourceAdministration sourceAdministration(
      Sources sources,
      FeedPolling polling,
      Credentials credentials,
      TransactionTemplate transaction,
      InstantSource clock,
      HttpProperties properties) {
    return new SourceAdministration(
        sources, polling, credentials, transaction, clock, random, properties);
  }

  @Bean
  OpmlController opmlController(SourceAdministration administration) {
    return new OpmlController(administration);
  }

  @Bean
  WebSubController webSubController(Callbacks callbacks) {
    return new WebSubController(callbacks);
  }

  @Bean
  SourcesController sourcesController(
      SourceAdministration administration, FeedPolling polling, JsonMapper json) {
    return new SourcesController(administration, polling, json);
  }
}
