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
import syndication.ingest.websub.Callbacks;
import syndication.ingest.websub.Subscriptions;
import syndication.schema.trace.Traces;
import syndication.schema.wire.Startup;

/// The polling of feeds.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  AddressProperties.class,
  PollingProperties.class,
  WebSubProperties.class,
})
public class PollingConfiguration {

  private final SecureRandom random = new SecureRandom();

  // Process and host, and a number, as two processes may share both over time.
  private final String owner =
      ManagementFactory.getRuntimeMXBean().getName() + "-" + random.nextInt();

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
      Pushes pushes,
      InstantSource clock,
      ObjectProvider<Startup> startup,
      PollingProperties properties) {
    var visit = new FeedVisit(fetch, new FeedReader(), intake, clock, random);
    return new FeedPoller(states, sources, visit, pushes, clock, ready(startup), properties, owner);
  }

  @Bean
  Pushes pushes(Subscriptions subscriptions, WebSubProperties properties, InstantSource clock) {
    return new Pushes(subscriptions, properties, clock, random);
  }

  @Bean
  HttpHubs httpHubs(
      AddressProperties addresses, PollingProperties properties, InstantSource clock) {
    return new HttpHubs(new AddressPolicy(addresses.allow()), properties, clock);
  }

  @Bean
  SubscriptionKeeper subscriptionKeeper(
      Subscriptions subscriptions,
      HttpHubs hubs,
      FeedPoller poller,
      InstantSource clock,
      ObjectProvider<Startup> startup,
      WebSubProperties properties) {
    return new SubscriptionKeeper(subscriptions, hubs, poller::soon, clock, properties, owner)
        .once(ready(startup));
  }

  @Bean
  Callbacks callbacks(
      Subscriptions subscriptions,
      Sources sources,
      FeedPoller poller,
      EntryIntake intake,
      InstantSource clock) {
    return new PushIntake(subscriptions, sources, poller, new FeedReader(), intake, clock);
  }

  @Bean
  FeedPolling feedPolling(
      FeedStates states, FeedPoller poller, Pushes pushes, PoliteFetch fetch, InstantSource clock) {
    return new PollingAdministration(
        states, poller, pushes, new FeedTrials(fetch, new FeedReader(), clock), clock);
  }

  private static BooleanSupplier ready(ObjectProvider<Startup> startup) {
    return () -> {
      Startup it = startup.getIfAvailable();
      return it == null || it.ready();
    };
  }
}
