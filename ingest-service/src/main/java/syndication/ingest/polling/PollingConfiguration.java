package syndication.ingest.polling;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.ingest.address.AddressPolicy;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.politeness.FeedEntries;
import syndication.ingest.politeness.FeedStates;
import syndication.ingest.politeness.Origins;
import syndication.ingest.source.Accounts;
import syndication.ingest.source.FeedPolling;
import syndication.ingest.source.Quarantine;
import syndication.ingest.source.Sources;
import syndication.ingest.source.SubmissionLog;
import syndication.schema.trace.Traces;
import syndication.schema.wire.Startup;

/// The polling of feeds.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PollingProperties.class, AddressProperties.class})
public class PollingConfiguration {

  private final SecureRandom random = new SecureRandom();

  @Bean
  HttpFetcher httpFetcher(AddressProperties addresses, PollingProperties properties) {
    return new HttpFetcher(new AddressPolicy(addresses.allow()), properties);
  }

  @Bean
  PoliteFetch politeFetch(
      HttpFetcher fetcher, Origins origins, InstantSource clock, PollingProperties properties) {
    return new PoliteFetch(fetcher, origins, clock, properties.product(), properties.originGap());
  }

  @Bean
  EntryIntake entryIntake(
      SubmissionLog log,
      Quarantine quarantine,
      Accounts accounts,
      FeedEntries entries,
      PoliteFetch fetch,
      InstantSource clock,
      Traces traces) {
    return new EntryIntake(
        log, quarantine, accounts, entries, new FullText(fetch, clock), clock, random, traces);
  }

  @Bean
  FeedPoller feedPoller(
      FeedStates states,
      Sources sources,
      PoliteFetch fetch,
      EntryIntake intake,
      InstantSource clock,
      ObjectProvider<Startup> startup,
      PollingProperties properties) {
    var visit = new FeedVisit(fetch, new FeedReader(), intake, clock, random);
    BooleanSupplier ready =
        () -> {
          Startup it = startup.getIfAvailable();
          return it == null || it.ready();
        };
    // Process and host, and a number, as two processes may share both over time.
    String owner = ManagementFactory.getRuntimeMXBean().getName() + "-" + random.nextInt();
    return new FeedPoller(states, sources, visit, clock, ready, properties, owner);
  }

  @Bean
  FeedPolling feedPolling(
      FeedStates states, FeedPoller poller, PoliteFetch fetch, InstantSource clock) {
    return new PollingAdministration(
        states, poller, new FeedTrials(fetch, new FeedReader(), clock), clock);
  }
}
