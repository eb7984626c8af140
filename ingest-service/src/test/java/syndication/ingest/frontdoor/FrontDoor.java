package syndication.ingest.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import syndication.ingest.http.HttpConfiguration;
import syndication.ingest.polling.PollingConfiguration;
import syndication.ingest.source.Accounts;
import syndication.ingest.source.Quarantine;
import syndication.ingest.source.SourceId;
import syndication.ingest.sourcestore.SourceStoreConfiguration;
import syndication.ingest.submissionlog.SubmissionLogConfiguration;
import syndication.local.LocalBroker;
import syndication.local.LocalPostgres;
import syndication.schema.ArticleSubmitted;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.LocalSchemaIds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running front door, and what its callers do.
final class FrontDoor implements AutoCloseable {

  static final String OPERATOR = "operator-token-of-the-tests";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final EventCodec CODEC = new EventCodec(new LocalSchemaIds());
  private static final Duration READ_FOR = Duration.ofMillis(200);

  private static @Nullable LocalBroker broker;
  private static @Nullable LocalPostgres postgres;
  private static @Nullable FrontDoor shared;

  final ConfigurableApplicationContext context;
  final Books books;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  /// What became of entries that do not go to the log.
  static final class Books {
    final Map<String, Long> unchanged = new ConcurrentHashMap<>();
    final List<Kept> quarantined = new CopyOnWriteArrayList<>();
    final List<Step> steps = new CopyOnWriteArrayList<>();
  }

  record Kept(String sourceId, String rule, String body) {}

  record Answer(int status, java.net.http.HttpHeaders headers, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError("status " + status + ", not " + expected + ": " + body);
      }
      return this;
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({
    HttpConfiguration.class,
    PollingConfiguration.class,
    SourceStoreConfiguration.class,
    SubmissionLogConfiguration.class,
  })
  static class App {
    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }

    @Bean
    EventCodec codec() {
      return CODEC;
    }

    @Bean
    Books books() {
      return new Books();
    }

    @Bean
    Traces traces(Books books) {
      return step -> books.steps.add(step.get());
    }

    @Bean
    Accounts accounts(Books books) {
      return (source, items) -> books.unchanged.merge(source.value(), items, Long::sum);
    }

    @Bean
    Quarantine quarantine(Books books) {
      return (received, rule, reason, position) ->
          books.quarantined.add(
              new Kept(
                  received.sourceId().value(),
                  rule,
                  new String(received.body(), StandardCharsets.UTF_8)));
    }
  }

  private FrontDoor(ConfigurableApplicationContext context) {
    this.context = context;
    this.books = context.getBean(Books.class);
    this.address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /// One for all tests of this JVM; what they register has names of its own.
  static synchronized FrontDoor shared() {
    FrontDoor it = shared;
    if (it == null) {
      it = start(postgres().createDatabase(), Map.of());
      shared = it;
    }
    return it;
  }

  static synchronized LocalPostgres postgres() {
    LocalPostgres it = postgres;
    if (it == null) {
      it = LocalPostgres.startTemporary();
      postgres = it;
    }
    return it;
  }

  private static synchronized LocalBroker broker() {
    LocalBroker it = broker;
    if (it == null) {
      it = LocalBroker.startTemporary();
      broker = it;
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", it.bootstrapServers()))) {
        new TopicCreation(true, 1).ensure(admin);
      }
    }
    return it;
  }

  static FrontDoor start(String database, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    Map<String, String> all = new java.util.TreeMap<>();
    all.put("server.port", "0");
    all.put("server.address", "127.0.0.1");
    // The start-up, which readiness asks, is not part of it.
    all.put("management.endpoint.health.validate-group-membership", "false");
    all.put("spring.flyway.enabled", "true");
    all.put("spring.datasource.url", postgres().jdbcUrl(database));
    all.put("spring.datasource.username", LocalPostgres.USER);
    all.put("spring.datasource.password", LocalPostgres.USER);
    all.put("spring.kafka.bootstrap-servers", broker().bootstrapServers());
    all.put("syndicate.operator-token", OPERATOR);
    all.put("syndicate.ingest.address.allow", "127.0.0.1/32");
    all.put("syndicate.ingest.polling.tick", "50ms");
    all.putAll(settings);
    all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new FrontDoor(
        new SpringApplicationBuilder(App.class).run(arguments.toArray(String[]::new)));
  }

  @Override
  public void close() {
    context.close();
  }

  String address() {
    return address;
  }

  Answer call(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> it = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(it.statusCode(), it.headers(), it.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  Answer operator(String method, String path, @Nullable String body) {
    return call(method, path, bearer(OPERATOR), body == null ? null : utf8(body));
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  static Map<String, String> bearer(String token, String... more) {
    Map<String, String> headers = new java.util.TreeMap<>(bearer(token));
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    return headers;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Registers a source that publishes by HTTP.
  ///
  /// @return its key
  String source(String id) {
    return operator(
            "POST",
            "/api/admin/sources",
            "{\"id\":\"%s\",\"name\":\"Source %s\",\"kind\":\"API\"}".formatted(id, id))
        .expect(201)
        .json()
        .path("apiKey")
        .stringValue();
  }

  /// All that was written of a source, in the order of the log.
  List<ArticleSubmitted> submitted(String source) {
    return records().stream()
        .map(it -> CODEC.decode(it.value(), ArticleSubmitted.class))
        .filter(it -> it.getSourceId().equals(source))
        .toList();
  }

  List<ConsumerRecord<String, byte[]>> records() {
    Map<String, Object> config = Map.of("bootstrap.servers", broker().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.SUBMITTED.partitions())
              .mapToObj(it -> new TopicPartition(Topic.SUBMITTED.topicName(), it))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(READ_FOR).forEach(all::add);
      }
      return all;
    }
  }

  static SourceId id(String id) {
    return new SourceId(id);
  }
}
