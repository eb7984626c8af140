package syndication.local.process;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where a local stack lives and listens.
///
/// Each setting is looked for in the environment (`SYNDICATE_INGEST_PORT`), then in
/// `syndicate.properties` of the home and of the checkout (`ingest.port`).
public final class Settings {

  private static final int HIGHEST_PORT = 65_535;
  private static final int DEFAULT_CONTROLLER_PORT = 9093;
  private static final String LOOPBACK = "127.0.0.1";

  private final Path root;
  private final Path home;
  private final Map<String, String> values;
  private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
  private final int controllerPort;

  /// @param root the checkout
  /// @param environment as of this process
  /// @throws IllegalArgumentException when a setting makes no sense
  public Settings(Path root, Map<String, String> environment) {
    this.root = root.toAbsolutePath().normalize();
    this.home =
        Optional.ofNullable(environment.get("SYNDICATE_HOME"))
            .filter(it -> !it.isBlank())
            .map(it -> Path.of(it).toAbsolutePath().normalize())
            .orElse(this.root.resolve(".syndicate"));
    this.values = new HashMap<>();
    readInto(values, this.root.resolve("syndicate.properties"));
    readInto(values, home.resolve("syndicate.properties"));
    environment.forEach((name, value) -> {
      if (name.startsWith("SYNDICATE_") && !value.isBlank()) {
        values.put(name, value);
      }
    });
    for (Part part : Part.values()) {
      ports.put(part, port(part.portVariable(), part.defaultPort()));
    }
    this.controllerPort = port("SYNDICATE_KAFKA_CONTROLLER_PORT", DEFAULT_CONTROLLER_PORT);
  }

  public Path root() {
    return root;
  }

  /// Data, logs and process ids of this stack.
  public Path home() {
    return home;
  }

  /// Unpacked programs, shared by all stacks of this checkout.
  Path apps() {
    return root.resolve(".syndicate/app");
  }

  public Path data(Part part) {
    return home.resolve("data").resolve(part.id());
  }

  public Path log(Part part) {
    return home.resolve("log").resolve(part.id() + ".log");
  }

  Path run() {
    return home.resolve("run");
  }

  public Path operatorToken() {
    return home.resolve("operator-token");
  }

  /// The key that seals partners' secrets in the database. Lost, their secrets are lost with it.
  public Path secretsKey() {
    return home.resolve("secrets-key");
  }

  public int port(Part part) {
    return ports.getOrDefault(part, part.defaultPort());
  }

  int controllerPort() {
    return controllerPort;
  }

  public String bootstrapServers() {
    return LOOPBACK + ":" + port(Part.BROKER);
  }

  /// A part's HTTP address, without a slash at the end.
  public URI http(Part part) {
    return URI.create("http://" + LOOPBACK + ":" + port(part));
  }

  /// The schema registry's API in Confluent's form.
  public URI registryApi() {
    return URI.create(http(Part.REGISTRY) + "/apis/ccompat/v7");
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port(Part.POSTGRES), database);
  }

  /// A setting that is no port.
  ///
  /// @param name of its environment variable
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private int port(String variable, int otherwise) {
    String value = values.get(variable);
    if (value == null) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(value.strip());
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw wrongPort(variable, value, e);
    }
    throw wrongPort(variable, value, null);
  }

  private static IllegalArgumentException wrongPort(
      String variable, String value, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "%s: %s (expected: a port from 1 to %d)".formatted(variable, value, HIGHEST_PORT), cause);
  }

  private static void readInto(Map<String, String> values, Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    for (String name : properties.stringPropertyNames()) {
      String variable = name.replaceFirst("^syndicate\\.", "").replaceAll("[.-]", "_");
      values.put(
          "SYNDICATE_" + variable.toUpperCase(Locale.ROOT),
          requireNonNullElse(properties.getProperty(name), "").strip());
    }
  }
}
