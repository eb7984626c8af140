package syndication.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import syndication.local.FreePorts;

/// The system in containers, from the repository's `docker-compose.yml`, under a project name and
/// on ports of its own.
final class Compose implements Administration {

  private static final String PROJECT = "syndicate-compose-it";
  private static final String HOST = "host.docker.internal";
  private static final String OPERATOR_TOKEN = "operator-of-the-compose-test";
  private static final Duration QUESTION_WITHIN = Duration.ofSeconds(30);
  private static final Pattern FROM = Pattern.compile("^FROM (\\S+)", Pattern.MULTILINE);
  private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
  private static final List<String> PORTS =
      List.of("INGEST", "ENRICH", "PUBLISH", "KAFKA", "POSTGRES", "REGISTRY");

  private final Path repository;
  private final Map<String, String> environment = new TreeMap<>();

  Compose(Path repository) {
    this.repository = repository;
    PORTS.forEach(
        it -> environment.put("SYNDICATE_" + it + "_PORT", Integer.toString(FreePorts.next())));
    environment.put("SYNDICATE_OPERATOR_TOKEN", OPERATOR_TOKEN);
    // Nothing of these comes from the developer's own shell.
    environment.put("SYNDICATE_SITE_URL", publish());
    environment.put("SYNDICATE_POSTGRES_PASSWORD", "syndicate");
  }

  /// @param exit code
  /// @param out both streams
  record Output(int exit, String out) {
    Output expectSuccess(String what) {
      if (exit != 0) {
        throw new AssertionError(what + ": exit " + exit + "\n" + out);
      }
      return this;
    }
  }

  /// Why it cannot run on this machine; empty when it can. Nothing is fetched.
  Optional<String> hindrance() {
    if (!answers("docker", "info")) {
      return Optional.of("no Docker engine answers");
    }
    if (!answers("docker", "compose", "version")) {
      return Optional.of("Docker has no compose plugin");
    }
    List<String> missing =
        images().stream().filter(it -> !answers("docker", "image", "inspect", it)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("images not on this machine, and never pulled by a test: " + missing);
  }

  /// The images that are not built here: those of the services without a build, and those that the
  /// builds start from.
  private List<String> images() {
    var images = new TreeSet<String>();
    JsonNode services = config().path("services");
    services.forEach(it -> {
      if (it.path("build").isMissingNode()) {
        images.add(it.path("image").asText());
      }
    });
    FROM.matcher(read(repository.resolve("deploy/Dockerfile")))
        .results()
        .forEach(it -> images.add(Objects.requireNonNull(it.group(1))));
    return List.copyOf(images);
  }

  private JsonNode config() {
    String out =
        docker(QUESTION_WITHIN, "config", "--format", "json")
            .expectSuccess("docker compose config")
            .out();
    try {
      return Http.JSON.readTree(out.substring(out.indexOf('{')));
    } catch (IOException e) {
      throw new UncheckedIOException(out, e);
    }
  }

  /// Builds the images and starts everything; returns when all are healthy.
  ///
  /// @param within build included
  void up(Duration within) {
    Output output = docker(within, "up", "--detach", "--build", "--wait");
    if (output.exit() != 0) {
      throw new AssertionError(
          "docker compose up: exit %d%n%s%n%s".formatted(output.exit(), output.out(), logs()));
    }
  }

  /// Stops everything, and starts it again on the data that is there.
  void restart(Duration within) {
    docker(within, "down").expectSuccess("docker compose down");
    docker(within, "up", "--detach", "--wait").expectSuccess("docker compose up");
  }

  /// Removes the containers and their data.
  void erase() {
    docker(Duration.ofMinutes(1), "down", "--volumes", "--remove-orphans");
  }

  private String logs() {
    return docker(QUESTION_WITHIN, "logs", "--no-color", "--tail", "40").out();
  }

  /// A partner on this machine whom the containers can reach, let in past the address guard; to be
  /// called before [#up(Duration)].
  Partner partner() throws IOException {
    var partner = new Partner(reachable(), HOST, _ -> {});
    environment.put(
        "SYNDICATE_ADDRESS_ALLOW",
        Objects.requireNonNull(URI.create(partner.endpoint()).getAuthority()));
    return partner;
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
    return Map.of("Authorization", "Bearer " + OPERATOR_TOKEN, "Content-Type", "application/json");
  }

  /// The address of this machine on Docker's bridge, where containers reach it; loopback where
  /// Docker runs in a machine of its own and forwards to that.
  private InetAddress reachable() throws IOException {
    Output gateway =
        run(
            QUESTION_WITHIN,
            List.of(
                "docker",
                "network",
                "inspect",
                "bridge",
                "--format",
                "{{range .IPAM.Config}}{{.Gateway}} {{end}}"));
    for (String it : gateway.out().strip().split(" ", -1)) {
      if (gateway.exit() == 0 && IPV4.matcher(it).matches()) {
        InetAddress address = InetAddress.getByName(it);
        if (NetworkInterface.getByInetAddress(address) != null) {
          return address;
        }
      }
    }
    return InetAddress.getLoopbackAddress();
  }

  private boolean answers(String... command) {
    try {
      return run(QUESTION_WITHIN, List.of(command)).exit() == 0;
    } catch (UncheckedIOException e) {
      // There is no such program.
      return false;
    }
  }

  private Output docker(Duration within, String... arguments) {
    var command = new ArrayList<String>(List.of("docker", "compose", "--project-name", PROJECT));
    command.addAll(List.of(arguments));
    return run(within, command);
  }

  private Output run(Duration within, List<String> command) {
    try {
      Path log = Files.createTempFile("compose", ".out");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
          process.destroy();
          return new Output(-1, "no end within " + within + "\n" + Files.readString(log));
        }
        return new Output(process.exitValue(), Files.readString(log));
      } finally {
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
