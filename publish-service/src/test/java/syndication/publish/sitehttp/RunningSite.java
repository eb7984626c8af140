package syndication.publish.sitehttp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import syndication.publish.SiteConfiguration;
import syndication.publish.site.Card;
import syndication.publish.site.SampleArticle;
import syndication.publish.sitestore.SiteDatabase;
import syndication.publish.sitestore.SiteStore;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.LocalSchemaIds;

/// The role `site` on a free port, with a real database and without a broker; articles are put into
/// its store as its listener does.
final class RunningSite implements AutoCloseable {

  static final String BASE = "https://news.example";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final SiteDatabase database = SiteDatabase.create();
  private final ConfigurableApplicationContext context;
  private final int port;
  private final SiteStore store;
  private final Hours hours;

  private RunningSite(Map<String, String> properties) {
    Map<String, String> all = new TreeMap<>(properties);
    all.put("server.port", "0");
    // The start-up, which readiness asks, is not part of it.
    all.put("management.endpoint.health.validate-group-membership", "false");
    all.put("spring.datasource.url", database.url());
    all.put("syndicate.publish.site.base-url", BASE);
    all.put("spring.datasource.hikari.connection-timeout", "5000");
    context =
        new SpringApplicationBuilder(Application.class)
            .run(
                all.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new));
    port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
            .getPort();
    store = context.getBean(SiteStore.class);
    hours = context.getBean(Hours.class);
  }

  static RunningSite start() {
    return new RunningSite(Map.of());
  }

  void empty() {
    database.client().sql("truncate site_article cascade").update();
    hours.now = SampleArticle.NOON.plus(Duration.ofHours(1));
  }

  void publish(SampleArticle... articles) {
    store.apply(Arrays.stream(articles).map(SampleArticle::build).toList());
  }

  void later(Duration time) {
    hours.now = hours.now.plus(time);
  }

  int port() {
    return port;
  }

  Instant now() {
    return hours.now;
  }

  static String path(SampleArticle article) {
    return "/articles/" + Card.of(article.build()).address();
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Document page(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return Jsoup.parse(answer.body(), BASE);
  }

  @Override
  public void close() {
    context.close();
  }

  /// A clock that a test sets.
  static final class Hours implements InstantSource {
    private volatile Instant now = SampleArticle.NOON;

    @Override
    public Instant instant() {
      return now;
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(SiteConfiguration.class)
  static class Application {
    @Bean
    Hours hours() {
      return new Hours();
    }

    @Bean
    EventCodec codec() {
      return new EventCodec(new LocalSchemaIds());
    }
  }
}
