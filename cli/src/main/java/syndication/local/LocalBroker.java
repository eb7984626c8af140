package syndication.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A real Kafka broker in this JVM: KRaft, one node, broker and controller in one, data on disk.
///
/// Built on Kafka's own server classes, which are no public API: the version is pinned in the build
/// and this is the one class that knows them.
public final class LocalBroker implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;
  private final Path directory;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalBroker(KafkaRaftServer server, int port, Path directory) {
    this.server = server;
    this.port = port;
    this.directory = directory;
  }

  /// Starts on free ports with a new directory. When the JVM ends the broker stops, and only then
  /// is the directory deleted: a broker whose directory vanishes halts the JVM.
  public static LocalBroker startTemporary() {
    Path directory = TemporaryDirectory.create("syndicate-broker");
    LocalBroker broker = start(directory, FreePorts.next(), FreePorts.next(), Map.of());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              broker.close();
              TemporaryDirectory.delete(directory);
            }));
    return broker;
  }

  /// Starts, and returns when clients may connect. Data that is there already is kept and used.
  ///
  /// @param directory for data; made and formatted when it is not there
  /// @param port for clients, on loopback
  /// @param controllerPort on loopback; has to be the same as the one the directory was made with
  /// @param overrides broker properties that differ from the defaults here
  public static LocalBroker start(
      Path directory, int port, int controllerPort, Map<String, String> overrides) {
    format(directory);
    Properties properties = properties(directory, port, controllerPort);
    properties.putAll(overrides);
    var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new LocalBroker(server, port, directory);
  }

  /// `host:port` for clients.
  public String bootstrapServers() {
    return LOOPBACK + ":" + port;
  }

  public Path directory() {
    return directory;
  }

  /// Waits until the broker has stopped.
  public void awaitShutdown() {
    server.awaitShutdown();
  }

  /// Stops cleanly; data is kept.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("broker directory " + directory, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Formatter.run declares Exception.
      throw new IllegalStateException("formatting " + directory + " failed: " + e.getMessage(), e);
    }
  }

  private static Properties properties(Path directory, int port, int controllerPort) {
    var it = new Properties();
    it.put("process.roles", "broker,controller");
    it.put("node.id", "1");
    it.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
    it.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(LOOPBACK, port, LOOPBACK, controllerPort));
    it.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + port);
    it.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    it.put("controller.listener.names", "CONTROLLER");
    it.put("inter.broker.listener.name", "PLAINTEXT");
    it.put("log.dirs", directory.toString());
    it.put("auto.create.topics.enable", "false");
    it.put("group.initial.rebalance.delay.ms", "0");
    // One node holds everything once.
    it.put("offsets.topic.replication.factor", "1");
    it.put("offsets.topic.num.partitions", "4");
    it.put("transaction.state.log.replication.factor", "1");
    it.put("transaction.state.log.min.isr", "1");
    it.put("transaction.state.log.num.partitions", "4");
    it.put("share.coordinator.state.topic.replication.factor", "1");
    it.put("share.coordinator.state.topic.min.isr", "1");
    it.put("share.coordinator.state.topic.num.partitions", "4");
    // The default reserves 128 MB of heap for the log cleaner.
    it.put("log.cleaner.dedupe.buffer.size", "8388608");
    // Largest record of the pipeline, with room for the batch around it.
    it.put("message.max.bytes", "13631488");
    it.put("replica.fetch.max.bytes", "13631488");
    it.put("socket.request.max.bytes", "104857600");
    return it;
  }
}
