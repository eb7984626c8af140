package syndication.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import syndication.cli.kafka.TopicReports;
import syndication.local.FreePorts;
import syndication.local.LocalPostgres;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;
import syndication.schema.wire.RegistrySchemaIds;

/// The real thing: processes of their own, on free ports.
class LocalStackProcessesTest {

  private static final Set<Part> NEEDED = EnumSet.of(Part.BROKER, Part.POSTGRES, Part.REGISTRY);

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private LocalStack stack = new LocalStack(new Settings(root(), Map.of()));

  @BeforeEach
  void elsewhere() {
    environment.put("SYNDICATE_HOME", home.resolve("a home").toString());
    for (Part part : Part.values()) {
      environment.put(part.portVariable(), Integer.toString(FreePorts.next()));
    }
    environment.put("SYNDICATE_KAFKA_CONTROLLER_PORT", Integer.toString(FreePorts.next()));
    stack = new LocalStack(new Settings(root(), environment));
  }

  @AfterEach
  void stop() {
    stack.down(new Silent());
  }

  @Test
  void whatWasWrittenIsThereAfterKillingEverything() throws Exception {
    stack.up(NEEDED, new Silent());
    int schema = schemaId();
    writeRecord();
    writeRow();
    killAll();

    stack.up(NEEDED, new Silent());

    assertThat(NEEDED).allMatch(part -> stack.health(part).well());
    assertThat(schemaId()).isEqualTo(schema);
    assertThat(records()).isEqualTo(1);
    assertThat(rows()).isEqualTo(1);
    assertThat(List.of(stack.settings().operatorToken(), stack.settings().secretsKey()))
        .allSatisfy(it ->
            assertThat(Files.getPosixFilePermissions(it))
                .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  @Test
  void aPortThatSomethingElseHasIsNamedWithTheWayOut() throws IOException {
    try (var taken =
        new ServerSocket(stack.settings().port(Part.BROKER), 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> stack.up(EnumSet.of(Part.BROKER), new Silent()))
          .withMessageContaining(Integer.toString(taken.getLocalPort()))
          .withMessageContaining("SYNDICATE_KAFKA_PORT");
    }
  }

  private void killAll() {
    for (Part part : NEEDED) {
      ProcessHandle process = stack.process(part).orElseThrow();
      process.destroyForcibly();
      process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
    assertThat(NEEDED).noneMatch(part -> stack.process(part).isPresent());
  }

  private int schemaId() {
    return new RegistrySchemaIds(stack.settings().registryApi())
        .idOf("articles.withdrawn-value", ArticleWithdrawn.getClassSchema());
  }

  private void writeRecord() throws Exception {
    Map<String, Object> client =
        Map.of("bootstrap.servers", stack.settings().bootstrapServers(), "acks", "all");
    try (Admin admin = Admin.create(client);
        var producer =
            new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      new TopicCreation(true, 1).ensure(admin);
      producer
          .send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), "key", new byte[] {1}))
          .get(20, TimeUnit.SECONDS);
    }
  }

  private long records() {
    try (var reports = new TopicReports(stack.settings().bootstrapServers())) {
      return reports.all(Instant.EPOCH.plus(Duration.ofDays(1))).stream()
          .filter(it -> it.name().equals(Topic.SUBMITTED.topicName()))
          .findFirst()
          .orElseThrow()
          .records();
    }
  }

  private void writeRow() throws SQLException {
    try (Connection connection = ingestDatabase();
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept (id int)");
      statement.execute("insert into kept values (1)");
    }
  }

  private long rows() throws SQLException {
    try (Connection connection = ingestDatabase();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection ingestDatabase() throws SQLException {
    return DriverManager.getConnection(
        stack.settings().jdbcUrl("ingest"), LocalPostgres.USER, LocalPostgres.USER);
  }

  private static Path root() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  private static final class Silent implements Progress {

    @Override
    public void working(String what) {}

    @Override
    public void reached(Part part, String state, Duration after) {}
  }
}
