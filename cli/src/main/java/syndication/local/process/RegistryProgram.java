package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import syndication.local.LocalPostgres;

/// Apicurio Registry, from the package registry: fetched by the build tool when it is first needed.
final class RegistryProgram {

  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  private final Settings settings;

  RegistryProgram(Settings settings) {
    this.settings = settings;
  }

  Path home() {
    return settings.apps().resolve("registry");
  }

  boolean present() {
    return Files.isRegularFile(home().resolve("quarkus/generated-bytecode.jar"));
  }

  /// Fetches it through Maven. About 160 MB the first time; then it is in Maven's own repository.
  void fetch() {
    try {
      Path log = settings.root().resolve(".syndicate/log/registry-fetch.log");
      Files.createDirectories(Trees.parent(log));
      Files.createDirectories(settings.apps());
      Path part = Files.createTempDirectory(settings.apps(), "registry-part");
      Process maven =
          new ProcessBuilder(
                  settings.root().resolve("mvnw").toString(),
                  "-q",
                  "-B",
                  "-pl",
                  "cli",
                  "dependency:unpack@registry",
                  "-Dregistry.directory=" + part)
              .directory(settings.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (maven.waitFor() != 0) {
        throw new StackException("Fetching the schema registry failed, see " + log);
      }
      Trees.delete(home());
      Files.move(part, home(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fetch the schema registry", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while the schema registry was fetched", e);
    }
  }

  /// Runs it with its schemas kept in the database `registry`.
  List<String> onPostgres() {
    return command(
        List.of(
            "-Dapicurio.storage.sql.kind=postgresql",
            "-Dapicurio.datasource.url=" + settings.jdbcUrl("registry"),
            "-Dapicurio.datasource.username=" + LocalPostgres.USER,
            "-Dapicurio.datasource.password=" + LocalPostgres.USER,
            "-Dquarkus.http.port=" + settings.port(Part.REGISTRY)));
  }

  /// One flat class path in place of Quarkus' own class loader: only so can an AOT cache hold its
  /// classes.
  private List<String> command(List<String> properties) {
    var it = new ArrayList<String>();
    it.add("-Dapicurio.storage.kind=sql");
    it.add("-Dquarkus.http.host=127.0.0.1");
    it.add("-Dquarkus.management.host=127.0.0.1");
    // Nobody asks there: any free port will do.
    it.add("-Dquarkus.management.port=0");
    it.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    it.addAll(properties);
    it.add("-cp");
    it.add(classPath());
    it.add(MAIN);
    return it;
  }

  private String classPath() {
    var it = new ArrayList<String>();
    for (String directory : List.of("quarkus", "app", "lib/boot", "lib/main")) {
      try (Stream<Path> jars = Files.list(home().resolve(directory))) {
        // Sorted backwards: transformed classes go before the generated ones.
        jars.filter(jar -> jar.toString().endsWith(".jar"))
            .map(Path::toString)
            .sorted(java.util.Comparator.reverseOrder())
            .forEach(it::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + home(), e);
      }
    }
    return String.join(":", it);
  }
}
