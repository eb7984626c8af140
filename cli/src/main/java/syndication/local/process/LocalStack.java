package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import syndication.local.LocalPostgres;

/// Broker, database, registry and services as processes of this machine, on loopback, with data
/// that lasts. Each part is known by its process file; whatever way it ended, starting again goes
/// on where it was.
public final class LocalStack {

  /// The databases that the services and the registry own.
  private static final List<String> DATABASES = List.of("ingest", "publish", "registry");

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /// A service first finishes what it has in hand, for which it takes 10 s at most.
  private static final Patience USUAL = new Patience(Duration.ofMinutes(2), Duration.ofSeconds(30));

  /// What the services ask of the key that seals partners' secrets; plenty for the token.
  private static final int SECRET_BYTES = 32;

  private static final int LOG_LINES_SHOWN = 15;

  private final Settings settings;
  private final Programs programs;
  private final HealthProbe probe;
  private final Patience patience;

  /// How long to wait for a part.
  record Patience(Duration healthyWithin, Duration stoppedWithin) {}

  public LocalStack(Settings settings) {
    this(settings, new Programs(settings, Programs.Caches.USED), USUAL);
  }

  LocalStack(Settings settings, Programs programs, Patience patience) {
    this.settings = settings;
    this.programs = programs;
    this.probe = new HealthProbe(settings);
    this.patience = patience;
  }

  public Settings settings() {
    return settings;
  }

  /// The parts that this checkout can run: services only when they are built.
  public Set<Part> available() {
    Set<Part> it = EnumSet.noneOf(Part.class);
    Arrays.stream(Part.values())
        .filter(part -> !part.isService() || programs.installed(part))
        .forEach(it::add);
    return it;
  }

  /// The running process of a part.
  public Optional<ProcessHandle> process(Part part) {
    Optional<ProcessHandle> known = file(part).running();
    if (known.isPresent() || part != Part.POSTGRES) {
      return known;
    }
    Optional<ProcessHandle> found = programs.postgres().running();
    found.ifPresent(file(part)::write);
    return found;
  }

  public Health health(Part part) {
    if (process(part).isPresent()) {
      return probe.ask(part);
    }
    // Whoever stops it deletes the file.
    return file(part).exists()
        ? Health.unwell(
            "ended, and nobody stopped it. The end of %s says why; ./syndicate up starts it again"
                .formatted(settings.log(part)))
        : Health.unwell("not running");
  }

  /// Starts what is not running and returns when everything is healthy.
  ///
  /// @throws StackException when a port is taken, a part ends or is not healthy in time
  public void up(Set<Part> wanted, Progress progress) {
    try (var _ = StackLock.take(settings.run())) {
      long began = System.nanoTime();
      Set<Part> missing = EnumSet.noneOf(Part.class);
      wanted.stream().filter(part -> process(part).isEmpty()).forEach(missing::add);
      missing.forEach(this::requireFreePorts);
      ensureSecret(settings.operatorToken());
      ensureSecret(settings.secretsKey());
      if (missing.contains(Part.REGISTRY) && !programs.registry().present()) {
        progress.working("fetching the schema registry (160 MB, once)");
        programs.registry().fetch();
      }
      if (missing.contains(Part.POSTGRES)) {
        programs.postgres().ensureData();
      }
      for (Part part : missing) {
        // Its database has to be there first; everything else waits for what it needs by itself.
        if (part == Part.REGISTRY) {
          awaitDatabases(missing);
        }
        start(part);
      }
      awaitHealthy(wanted, missing, progress, began);
    }
  }

  /// Stops everything, the services first; data is kept.
  public void down(Progress progress) {
    try (var _ = StackLock.take(settings.run())) {
      long began = System.nanoTime();
      stop(List.of(Part.INGEST, Part.ENRICH, Part.PUBLISH), progress, began);
      stop(List.of(Part.REGISTRY), progress, began);
      stop(List.of(Part.BROKER, Part.POSTGRES), progress, began);
    }
  }

  /// Stops one part, and says nothing of it.
  void stop(Part part) {
    stop(List.of(part), Progress.UNHEARD, System.nanoTime());
  }

  /// Deletes data, logs, the operator's token and the key to partners' secrets of a stack that is
  /// stopped.
  public void erase() {
    for (Part part : Part.values()) {
      if (process(part).isPresent()) {
        throw new IllegalStateException(part.id() + " is running (expected: stopped)");
      }
    }
    try {
      Trees.delete(settings.home().resolve("data"));
      Trees.delete(settings.run());
      for (Part part : Part.values()) {
        Files.deleteIfExists(settings.log(part));
      }
      Files.deleteIfExists(settings.operatorToken());
      Files.deleteIfExists(settings.secretsKey());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the data in " + settings.home(), e);
    }
  }

  private void start(Part part) {
    ProcessHandle process =
        programs.launch(part).start(settings.home().resolve("data"), settings.log(part));
    file(part).write(process);
  }

  private void awaitDatabases(Set<Part> missing) {
    long deadline = System.nanoTime() + patience.healthyWithin().toNanos();
    while (!probe.ask(Part.POSTGRES).well()) {
      if (process(Part.POSTGRES).isEmpty()) {
        restartPostgresOrGiveUp(missing, deadline);
      }
      if (System.nanoTime() > deadline) {
        throw notHealthy(Part.POSTGRES, probe.ask(Part.POSTGRES).words());
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    ensureDatabases();
  }

  /// After a crash, PostgreSQL refuses to start while a process of its former life still holds the
  /// shared memory; those end by themselves within moments.
  private void restartPostgresOrGiveUp(Set<Part> missing, long deadline) {
    boolean heldByFormerLife =
        LogTail.of(settings.log(Part.POSTGRES), LOG_LINES_SHOWN).stream()
            .anyMatch(line -> line.contains("shared memory block"));
    if (!missing.contains(Part.POSTGRES) || !heldByFormerLife || System.nanoTime() > deadline) {
      throw ended(Part.POSTGRES);
    }
    start(Part.POSTGRES);
  }

  private void ensureDatabases() {
    try (Connection connection =
            DriverManager.getConnection(
                settings.jdbcUrl("postgres"), LocalPostgres.USER, LocalPostgres.USER);
        Statement statement = connection.createStatement()) {
      List<String> existing = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("select datname from pg_database")) {
        while (rows.next()) {
          existing.add(String.valueOf(rows.getString(1)));
        }
      }
      for (String database : DATABASES) {
        if (!existing.contains(database)) {
          statement.execute("create database " + database);
        }
      }
    } catch (SQLException e) {
      throw new StackException("PostgreSQL refused to make the databases: " + e.getMessage(), e);
    }
  }

  private void awaitHealthy(Set<Part> wanted, Set<Part> started, Progress progress, long began) {
    Set<Part> waiting = EnumSet.copyOf(wanted);
    Map<Part, String> last = new EnumMap<>(Part.class);
    while (!waiting.isEmpty()) {
      for (Part part : EnumSet.copyOf(waiting)) {
        Health health = probe.ask(part);
        last.put(part, health.words());
        if (health.well()) {
          waiting.remove(part);
          progress.reached(part, started.contains(part) ? "ready" : "was running", since(began));
        } else if (process(part).isEmpty()) {
          throw ended(part);
        }
      }
      if (System.nanoTime() - began > patience.healthyWithin().toNanos()) {
        Part slow = waiting.iterator().next();
        throw notHealthy(slow, last.getOrDefault(slow, ""));
      }
      LockSupport.parkNanos(waiting.isEmpty() ? 0 : LOOK_EVERY.toNanos());
    }
  }

  private StackException ended(Part part) {
    return new StackException(
        "%s ended. The end of %s:%n%s"
            .formatted(
                part.id(),
                settings.log(part),
                String.join(
                    System.lineSeparator(), LogTail.of(settings.log(part), LOG_LINES_SHOWN))));
  }

  private StackException notHealthy(Part part, String words) {
    return new StackException(
        "%s is not healthy after %d s: %s%nIts log: %s"
            .formatted(part.id(), patience.healthyWithin().toSeconds(), words, settings.log(part)));
  }

  private void stop(List<Part> parts, Progress progress, long began) {
    Map<Part, ProcessHandle> stopping = new EnumMap<>(Part.class);
    for (Part part : parts) {
      process(part).ifPresent(it -> stopping.put(part, it));
    }
    stopping.forEach(LocalStack::askToStop);
    stopping.forEach((part, process) -> {
      boolean ended = awaitEnd(process);
      if (!ended) {
        process.destroyForcibly();
        awaitEnd(process);
      }
      progress.reached(part, ended ? "stopped" : "did not stop in time, killed", since(began));
    });
    parts.forEach(part -> file(part).delete());
  }

  private static void askToStop(Part part, ProcessHandle process) {
    if (part != Part.POSTGRES) {
      process.destroy();
      return;
    }
    // SIGINT is PostgreSQL's fast shutdown; on SIGTERM it would wait for its clients to go.
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(patience.stoppedWithin().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private void requireFreePorts(Part part) {
    requireFree(part.id(), settings.port(part), part.portVariable());
    if (part == Part.BROKER) {
      requireFree(part.id(), settings.controllerPort(), "SYNDICATE_KAFKA_CONTROLLER_PORT");
    }
  }

  private static void requireFree(String name, int port, String variable) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StackException(
          ("Port %d, for the %s, is taken by something else. Stop that, or choose another port:"
                  + " %s=… in the environment or in syndicate.properties.")
              .formatted(port, name, variable),
          e);
    }
  }

  /// Makes a secret that only its owner can read, once.
  private static void ensureSecret(Path file) {
    if (Files.isRegularFile(file)) {
      return;
    }
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      Files.createDirectories(Trees.parent(file));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a secret to " + file, e);
    }
  }

  private ProcessFile file(Part part) {
    return new ProcessFile(settings.run().resolve(part.id() + ".pid"));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
