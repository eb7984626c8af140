package syndication.publish;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.local.LocalBroker;
import syndication.local.LocalPostgres;
import syndication.local.test.BrokerAndDatabase;
import syndication.publish.delivery.Crash;
import syndication.publish.delivery.Engine;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.partner.Partner;
import syndication.publish.partner.Partners;
import syndication.publish.signing.Scheme;
import syndication.publish.signing.SigningSecret;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;
import syndication.schema.wire.Startup;

/// The publish service as it runs, on a real broker and a real PostgreSQL of this JVM.
public final class RunningService implements AutoCloseable {

  /// Of this JVM, started when it is first needed.
  private static final class Postgres {
    static final LocalPostgres SERVER = LocalPostgres.startTemporary();
  }

  private final String bootstrapServers;
  private final Runnable stopBroker;
  private final LocalRegistry registry = new LocalRegistry();
  private final List<String> properties = new ArrayList<>();
  private final KafkaProducer<String, byte[]> producer;
  private final EventCodec codec;
  private ConfigurableApplicationContext context;

  private RunningService(
      String bootstrapServers, Runnable stopBroker, String database, String... more) {
    this.bootstrapServers = bootstrapServers;
    this.stopBroker = stopBroker;
    properties.add("spring.kafka.bootstrap-servers=" + bootstrapServers);
    properties.add("spring.datasource.url=" + database);
    properties.add("syndicate.registry=" + registry.address());
    properties.add("syndicate.operator-token=test-token");
    properties.add("syndicate.publish.webhook.allow=127.0.0.0/8");
    properties.add("server.port=0");
    properties.addAll(List.of(more));
    codec = new EventCodec(new RegistrySchemaIds(URI.create(registry.address())));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 2),
            new StringSerializer(),
            new ByteArraySerializer());
    context = run();
  }

  public static RunningService start(String... properties) {
    LocalBroker broker = LocalBroker.startTemporary();
    return new RunningService(
        broker.bootstrapServers(),
        broker::close,
        Postgres.SERVER.jdbcUrl(Postgres.SERVER.createDatabase()),
        properties);
  }

  /// On a broker and a database that somebody else stops.
  public static RunningService startOn(BrokerAndDatabase backend, String... properties) {
    return new RunningService(
        backend.bootstrapServers(), () -> {}, backend.newDatabase(), properties);
  }

  /// Ends the engine as a crash would, and starts the service again on the same data.
  public void crashAndRestart() {
    Crash.of(engine());
    context.close();
    context = run();
  }

  /// @param changed properties that are other than before
  public void restart(String... changed) {
    context.close();
    change(changed);
    context = run();
  }

  /// Starts it again with what lets it wait for ever, and does not wait for it.
  public void restartWithoutWaiting(String... changed) {
    context.close();
    change(changed);
    context = begin();
  }

  private void change(String... changed) {
    for (String it : changed) {
      String name = it.substring(0, it.indexOf('=') + 1);
      properties.removeIf(before -> before.startsWith(name));
      properties.add(it);
    }
  }

  private ConfigurableApplicationContext run() {
    ConfigurableApplicationContext it = begin();
    LocalPartner.await("the service is ready", () -> it.getBean(Startup.class).ready());
    return it;
  }

  private ConfigurableApplicationContext begin() {
    return new SpringApplicationBuilder(PublishService.class)
        .properties(properties.toArray(String[]::new))
        .run(properties.stream().map(p -> "--" + p).toArray(String[]::new));
  }

  public Engine engine() {
    return context.getBean(Engine.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcTemplate jdbc() {
    return context.getBean(JdbcTemplate.class);
  }

  public int port() {
    return Integer.parseInt(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  public Subscription subscribe(URI endpoint, Filter filter) {
    return subscribe(endpoint, filter, null);
  }

  public Subscription subscribe(URI endpoint, Filter filter, @Nullable Double perSecond) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    var partner = new Partner("p-" + id, "Partner " + id, Instant.now());
    bean(Partners.class).add(partner);
    var subscription =
        new Subscription(
            "sub_" + id,
            partner.id(),
            endpoint,
            filter,
            Subscription.Ordering.PER_ARTICLE,
            List.of(Scheme.V1),
            List.of(SigningSecret.generate(Scheme.V1, RandomGenerator.getDefault())),
            perSecond,
            false,
            new Subscription.State.Active(),
            Instant.now());
    bean(Subscriptions.class).add(subscription);
    engine().reload();
    return subscription;
  }

  public void produce(ArticleEnriched event) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                Topic.ENRICHED.topicName(),
                event.getArticleId(),
                codec.encode(Topic.ENRICHED, event)));
  }

  public void produce(ArticleWithdrawn event) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                Topic.WITHDRAWN.topicName(),
                event.getArticleId(),
                codec.encode(Topic.WITHDRAWN, event)));
  }

  public void produceBytes(Topic topic, String key, byte[] bytes) {
    var _ = producer.send(new ProducerRecord<>(topic.topicName(), key, bytes));
  }

  public void flush() {
    producer.flush();
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public static ArticleWithdrawn withdrawn(String articleId, long revision) {
    return EnrichedEvents.withdrawn(articleId, revision);
  }

  public static String articleId() {
    return "urn:uuid:" + UUID.randomUUID();
  }

  public Map<String, Long> statesOf(String subscriptionId) {
    Map<String, Long> states = new HashMap<>();
    jdbc()
        .query(
            "select state, count(*) from deliveries where subscription_id = ? group by 1",
            row -> {
              states.put(Objects.requireNonNull(row.getString(1)), row.getLong(2));
            },
            subscriptionId);
    return states;
  }

  @Override
  public void close() {
    producer.close();
    context.close();
    stopBroker.run();
    registry.close();
  }
}
