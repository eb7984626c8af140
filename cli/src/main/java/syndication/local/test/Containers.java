package syndication.local.test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import syndication.local.LocalPostgres;

/// Broker and PostgreSQL from the images that `docker-compose.yml` uses as well.
final class Containers implements Backend {

  private static final String KAFKA = "apache/kafka:4.2.2";
  private static final String POSTGRES = "postgres:17";
  private static final int ANSWER_SECONDS_MAX = 20;

  /// Largest record of the pipeline, with room for the batch around it.
  private static final String MESSAGE_BYTES_MAX = "13631488";

  private final KafkaContainer kafka =
      new KafkaContainer(KAFKA)
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
          .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
          .withEnv("KAFKA_MESSAGE_MAX_BYTES", MESSAGE_BYTES_MAX)
          .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", MESSAGE_BYTES_MAX);
  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer(POSTGRES)
          .withUsername(LocalPostgres.USER)
          .withPassword(LocalPostgres.USER);
  private final AtomicInteger databases = new AtomicInteger();

  Containers() {
    kafka.start();
    postgres.start();
  }

  /// Why containers cannot run here; empty when they can. Nothing is fetched.
  static Optional<String> hindrance() {
    if (!succeeds("docker", "info")) {
      return Optional.of("no Docker engine answers");
    }
    List<String> missing =
        List.of(KAFKA, POSTGRES).stream()
            .filter(it -> !succeeds("docker", "image", "inspect", it))
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("images not on this machine, and never pulled by a test: " + missing);
  }

  @Override
  public String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public String newDatabase() {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(address("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused to make " + name, e);
    }
    return address(name);
  }

  private String address(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(
            postgres.getHost(),
            postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            database,
            LocalPostgres.USER,
            LocalPostgres.USER);
  }

  @Override
  public void close() {
    kafka.stop();
    postgres.stop();
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
