package syndication.publish;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import syndication.publish.article.SiteState;
import syndication.publish.ninjs.NinjsDocument;
import syndication.publish.site.Addresses;
import syndication.publish.site.page.Pages;
import syndication.publish.site.page.Site;
import syndication.publish.sitehttp.AssetController;
import syndication.publish.sitehttp.Assets;
import syndication.publish.sitehttp.FeedController;
import syndication.publish.sitehttp.NavigationCache;
import syndication.publish.sitehttp.PullController;
import syndication.publish.sitehttp.SecurityHeaders;
import syndication.publish.sitehttp.SiteController;
import syndication.publish.sitehttp.SiteErrors;
import syndication.publish.sitekafka.SiteKafkaConfiguration;
import syndication.publish.sitestore.Changes;
import syndication.publish.sitestore.Search;
import syndication.publish.sitestore.SiteReader;
import syndication.publish.sitestore.SiteStore;
import syndication.publish.sitestore.SitemapFiles;
import syndication.publish.startup.ConditionalOnRole;
import syndication.publish.startup.Role;

/// The role `site`: pages, feeds and the cursor API from PostgreSQL, kept up to date from Kafka.
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SITE)
@Import(SiteKafkaConfiguration.class)
@EnableConfigurationProperties(SiteProperties.class)
public class SiteConfiguration {

  private final InstantSource clock;

  SiteConfiguration(ObjectProvider<InstantSource> clock) {
    this.clock = clock.getIfUnique(InstantSource::system);
  }

  @Bean
  Assets siteAssets() {
    return new Assets();
  }

  @Bean
  Site site(SiteProperties properties, Assets assets) {
    return new Site(
        properties.name(),
        properties.tagline(),
        Addresses.of(properties.baseUrl()),
        properties.canonical() == SiteProperties.Canonical.ORIGIN,
        assets.stylesheetPath());
  }

  @Bean
  Pages pages(Site site) {
    return new Pages(site);
  }

  @Bean
  SiteStore siteStore(JdbcClient database, TransactionOperations transactions) {
    return new SiteStore(database, transactions, clock);
  }

  @Bean
  SiteReader siteReader(JdbcClient database) {
    return new SiteReader(database, clock);
  }

  @Bean
  SiteState siteState(SiteReader reader) {
    return reader::state;
  }

  @Bean
  Search search(JdbcClient database) {
    return new Search(database, clock);
  }

  @Bean
  Changes changes(JdbcClient database, TransactionOperations transactions) {
    return new Changes(database, transactions, clock);
  }

  @Bean
  SitemapFiles sitemapFiles(JdbcClient database) {
    return new SitemapFiles(database, clock);
  }

  @Bean
  NavigationCache navigation(SiteReader reader, Pages pages) {
    return new NavigationCache(reader, pages, clock);
  }

  @Bean
  SiteController siteController(
      SiteReader reader, Search search, Pages pages, NavigationCache navigation) {
    return new SiteController(reader, search, pages, navigation, clock);
  }

  @Bean
  FeedController feedController(SiteReader reader, SitemapFiles sitemaps, Site site) {
    return new FeedController(reader, sitemaps, site, clock);
  }

  @Bean
  AssetController assetController(Assets assets) {
    return new AssetController(assets);
  }

  @Bean
  PullController pullController(Changes changes) {
    return new PullController(changes, NinjsDocument::of);
  }

  @Bean
  SiteErrors siteErrors(Pages pages) {
    return new SiteErrors(pages);
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(SiteProperties properties) {
    boolean https = "https".equalsIgnoreCase(properties.baseUrl().getScheme());
    return new FilterRegistrationBean<>(new SecurityHeaders(https));
  }
}
