package syndication.ingest;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.source.Accounts;
import syndication.ingest.source.Quarantine;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.Sources;
import syndication.ingest.source.SubmissionLog;
import syndication.ingest.store.UnchangedItems;
import syndication.ingest.submission.SourcePolicies;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submissionlog.QuarantineByLog;

/// Joins what is known of sources with the normaliser, which decides about their articles.
@Configuration(proxyBeanMethods = false)
class SourcesConfiguration {

  @Bean
  SourcePolicies sourcePolicies(Sources sources) {
    return id -> known(sources, id).map(SourcesConfiguration::policy).orElse(SourcePolicy.of(id));
  }

  @Bean
  Accounts accounts(JdbcClient jdbc) {
    return new UnchangedItems(jdbc);
  }

  @Bean
  Quarantine quarantine(SubmissionLog log) {
    return new QuarantineByLog(log);
  }

  // Whoever has Kafka's credentials may write any id, also one that no source could have.
  private static Optional<Source> known(Sources sources, String id) {
    return SourceId.isValid(id) ? sources.find(new SourceId(id)) : Optional.empty();
  }

  private static SourcePolicy policy(Source source) {
    Source.Rights rights = source.rights();
    return new SourcePolicy(
        source.name(),
        Stream.of(source.homepage(), source.feedUrl())
            .filter(Objects::nonNull)
            .map(URI::getHost)
            .filter(Objects::nonNull)
            .map(it -> it.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        source.language(),
        new ParsedArticle.Rights(
            rights.holder(), rights.notice(), rights.usageTerms(), rights.syndication()));
  }
}
