package syndication.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import syndication.local.FreePorts;
import syndication.local.LocalPostgres;

/// One running Syndicate, started by `./syndicate up` on ports of its own, as a newcomer would.
public final class Installation implements Administration {

  private static final Duration COMMAND_WITHIN = Duration.ofMinutes(5);
  private static final List<String> PORTS =
      List.of(
          "INGEST",
          "ENRICH",
          "PUBLISH",
          "KAFKA",
          "KAFKA_CONTROLLER",
          "POSTGRES",
          "REGISTRY",
          "REGISTRY_HEALTH");

  private static volatile @Nullable Installation shared;

  private final Path repository;
  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();

  private Installation(Path repository, Path home) {
    this.repository = repository;
    this.home = home;
    environment.put("SYNDICATE_HOME", home.toString());
    // What is tested is what this build has just built.
    environment.put("SYNDICATE_BUILD", "no");
    PORTS.forEach(
        it -> environment.put("SYNDICATE_" + it + "_PORT", Integer.toString(FreePorts.next())));
  }

  /// The installation that all tests of this run share; started by the first that asks, stopped
  /// when the JVM ends.
  public static synchronized Installation shared() {
    Installation running = shared;
    if (running != null) {
      return running;
    }
    Path repository = Path.of("..").toAbsolutePath().normalize();
    // A second stack that trains the start beside this one would slow the tests down.
    Installation it =
        fresh(
            repository,
            repository.resolve("system-tests/target/installation"),
            Map.of("SYNDICATE_TRAINING", "no"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> it.run("down")));
    shared = it;
    return it;
  }

  /// Starts one with data of its own, on ports of its own.
  ///
  /// @param repository the checkout
  /// @param home where its data goes; emptied first
  public static Installation fresh(Path repository, Path home) {
    return fresh(repository, home, Map.of());
  }

  private static Installation fresh(Path repository, Path home, Map<String, String> settings) {
    var it = new Installation(repository, home);
    it.environment.putAll(settings);
    it.run("down", "--erase", "--yes");
    it.up();
    return it;
  }

  /// `host:port` of the broker.
  public String kafka() {
    return "127.0.0.1:" + environment.get("SYNDICATE_KAFKA_PORT");
  }

  /// The address of one service's database, with user and password.
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%s/%s?user=%s&password=%s"
        .formatted(
            environment.get("SYNDICATE_POSTGRES_PORT"),
            database,
            LocalPostgres.USER,
            LocalPostgres.USER);
  }

  /// The schema registry's address.
  public String registry() {
    return address("REGISTRY") + "/apis/ccompat/v7";
  }

  /// @param exit code
  public record Output(int exit, String out) {
    public Output expectSuccess() {
      if (exit != 0) {
        throw new AssertionError("exit " + exit + ":\n" + out);
      }
      return this;
    }
  }

  public void up() {
    run("up").expectSuccess();
  }

  /// Runs `./syndicate` and waits for its end; the output holds both streams.
  public Output run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(repository.resolve("syndicate").toString()));
    command.addAll(List.of(arguments));
    try {
      File log = Files.createTempFile("syndicate", ".out").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(repository.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(log);
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(COMMAND_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end of ./syndicate " + String.join(" ", arguments));
      }
      return new Output(process.exitValue(), Files.readString(log.toPath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Output output = run(all.toArray(String[]::new));
    try {
      return Http.JSON.readTree(output.out());
    } catch (IOException e) {
      throw new UncheckedIOException(output.out(), e);
    }
  }

  /// Ends a process as a power cut would.
  ///
  /// @param name as `./syndicate status` shows it
  public void kill(String name) {
    ProcessHandle handle = process(name);
    handle.destroyForcibly();
    handle.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /// Starts a service again, with settings that are other than before.
  ///
  /// @param changed environment variables
  public void restart(String name, Map<String, String> changed) {
    kill(name);
    environment.putAll(changed);
    up();
  }

  /// @param name as `./syndicate status` shows it
  public ProcessHandle process(String name) {
    for (JsonNode it : json("status").path("processes")) {
      if (it.path("name").asText().equals(name) && it.has("pid")) {
        return ProcessHandle.of(it.path("pid").asLong()).orElseThrow();
      }
    }
    throw new AssertionError("no process is called " + name);
  }

  @Override
  public String ingest() {
    return address("INGEST");
  }

  @Override
  public String publish() {
    return address("PUBLISH");
  }

  private String address(String service) {
    return "http://127.0.0.1:" + environment.get("SYNDICATE_" + service + "_PORT");
  }

  @Override
  public Map<String, String> operator() {
    try {
      String token =
          Files.readString(home.resolve("operator-token"), StandardCharsets.UTF_8).strip();
      return Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
