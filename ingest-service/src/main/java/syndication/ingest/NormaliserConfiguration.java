package syndication.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.ninjs.NinjsReader;
import syndication.ingest.ninjs.NinjsSubmissions;
import syndication.ingest.normalise.DueWork;
import syndication.ingest.normalise.EventLane;
import syndication.ingest.normalise.Ledger;
import syndication.ingest.normalise.Normaliser;
import syndication.ingest.page.FragmentReader;
import syndication.ingest.page.PageReader;
import syndication.ingest.reading.EntrySubmissions;
import syndication.ingest.reading.PageSubmissions;
import syndication.ingest.reading.TextSubmissions;
import syndication.ingest.submission.KnownUnreadable;
import syndication.ingest.submission.ReadersByType;
import syndication.ingest.submission.SourcePolicies;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submission.SubmissionReader;
import syndication.ingest.text.TextReader;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.SchemaIds;

/// The normaliser and what it is made of.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NormaliserProperties.class)
class NormaliserConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Bean
  SchemaIds schemaIds(Environment environment) {
    return new RegistrySchemaIds(environment.getRequiredProperty("syndicate.registry", URI.class));
  }

  @Bean(destroyMethod = "close")
  Traces traces(Environment environment) {
    return Traces.to(
        "ingest-service",
        environment.getProperty("syndicate.otlp.endpoint", ""),
        environment.getProperty("syndicate.otlp.share", Double.class, 1.0));
  }

  @Bean
  EventCodec eventCodec(SchemaIds ids) {
    return new EventCodec(ids);
  }

  @Bean
  SubmissionReader submissionReader() {
    var fragments = new FragmentReader();
    return new ReadersByType(
        Map.of(
            "application/json",
            new NinjsSubmissions(new NinjsReader(fragments)),
            "text/html",
            new PageSubmissions(new PageReader()),
            "text/plain",
            new TextSubmissions(new TextReader()),
            EntryCodec.MEDIA_TYPE,
            new EntrySubmissions(new EntryCodec(), fragments),
            KnownUnreadable.MEDIA_TYPE,
            new KnownUnreadable()));
  }

  @Bean
  Normaliser.Journal journal(MeterRegistry meters) {
    return new MetricsJournal(meters);
  }

  @Bean
  Normaliser normaliser(
      Ledger ledger,
      EventLane events,
      SubmissionReader reader,
      ObjectProvider<SourcePolicies> policies,
      Normaliser.Journal journal,
      InstantSource clock) {
    return new Normaliser(
        ledger, events, reader, policies.getIfAvailable(() -> SourcePolicy::of), journal, clock);
  }

  @Bean
  DueWork dueWork(
      Ledger ledger, EventLane events, Normaliser.Journal journal, InstantSource clock) {
    return new DueWork(ledger, events, journal, clock);
  }

  @Bean
  DueLoop dueLoop(DueWork work) {
    return new DueLoop(work);
  }
}
