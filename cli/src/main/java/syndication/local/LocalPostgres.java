package syndication.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// A real PostgreSQL server from the package registry, on loopback.
public final class LocalPostgres implements AutoCloseable {

  /// The role that services log in as; its password is the same word.
  public static final String USER = "syndicate";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
  private static final Duration START_WITHIN = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Starts on a free port with new data that is deleted on close, without waiting for the disk:
  /// for tests.
  public static LocalPostgres startTemporary() {
    return started(
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "32MB"));
  }

  /// Starts with lasting data: what was committed survives a crash.
  ///
  /// @param directory for data; made when it is not there
  public static LocalPostgres start(Path directory, int port) {
    return started(
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "64MB"));
  }

  private static LocalPostgres started(EmbeddedPostgres.Builder builder) {
    try {
      var it =
          new LocalPostgres(
              builder
                  .setServerConfig("listen_addresses", "127.0.0.1")
                  .setPGStartupWait(START_WITHIN)
                  .start());
      it.ensureUser();
      return it;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /// The address of a database for [#USER].
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(port(), database, USER, USER);
  }

  /// A new, empty database with a name of its own.
  ///
  /// @return its name
  public String createDatabase() {
    String name = "test_" + databases.incrementAndGet();
    ensureDatabase(name);
    return name;
  }

  /// Creates a database owned by [#USER] if it is not there.
  public void ensureDatabase(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name: " + name + " (expected: " + NAME + ")");
    }
    if (!exists("select 1 from pg_database where datname = ?", name)) {
      execute("create database " + name + " owner " + USER);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  private void ensureUser() {
    if (!exists("select 1 from pg_roles where rolname = ?", USER)) {
      execute("create role " + USER + " login password '" + USER + "'");
    }
  }

  private boolean exists(String query, String name) {
    DataSource admin = server.getPostgresDatabase();
    try (Connection connection = admin.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + query, e);
    }
  }

  private void execute(String command) {
    DataSource admin = server.getPostgresDatabase();
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + command, e);
    }
  }
}
