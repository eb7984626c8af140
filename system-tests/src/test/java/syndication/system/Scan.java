package syndication.system;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import syndication.schema.topic.Topic;

/// Looks for a word in all that an installation stores.
///
/// @param word of ASCII letters
record Scan(Installation syndicate, String word) {

  private static final List<String> DATABASES = List.of("ingest", "publish");

  /// What takes an hour to a day with the topics' own settings.
  private static final Map<String, String> AT_ONCE =
      Map.of(
          "segment.ms", "1",
          "min.compaction.lag.ms", "0",
          "max.compaction.lag.ms", "1",
          "min.cleanable.dirty.ratio", "0");

  /// What tests do and wait for.
  @FunctionalInterface
  interface Work {
    void run();
  }

  /// Names of topics with a record that has the word in its key, value or headers.
  List<String> topics() {
    return Arrays.stream(Topic.values())
        .filter(topic -> read(topic).stream().anyMatch(this::has))
        .map(Topic::topicName)
        .toList();
  }

  /// Tables with the word in any column, as `database.table`.
  List<String> tables() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String database : DATABASES) {
      try (Connection connection = DriverManager.getConnection(syndicate.jdbcUrl(database))) {
        for (String table : tablesOf(connection)) {
          if (has(connection, table)) {
            found.add(database + "." + table);
          }
        }
      }
    }
    return found;
  }

  /// Lets the broker compact at once while something is done.
  void compacting(Work work) {
    try (Admin admin = Admin.create(bootstrap())) {
      alter(admin, AlterConfigOp.OpType.SET);
      try {
        work.run();
      } finally {
        alter(admin, AlterConfigOp.OpType.DELETE);
      }
    }
  }

  // A record without a value is what Kafka means by an erasure. Only closed segments are compacted,
  // and a segment is closed when the next record comes.
  @SuppressWarnings("NullAway")
  void rollSegments() {
    try (var producer =
        new KafkaProducer<>(bootstrap(), new StringSerializer(), new ByteArraySerializer())) {
      for (Topic topic : Topic.values()) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          var _ =
              producer.send(new ProducerRecord<>(topic.topicName(), partition, "nothing", null));
        }
      }
    }
  }

  private void alter(Admin admin, AlterConfigOp.OpType how) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    changes.put(
        new ConfigResource(ConfigResource.Type.BROKER, ""),
        List.of(new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", "100"), how)));
    for (Topic topic : Topic.values()) {
      if (topic.cleanupPolicy().contains("compact")) {
        changes.put(
            new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
            AT_ONCE.entrySet().stream()
                .map(it -> new AlterConfigOp(new ConfigEntry(it.getKey(), it.getValue()), how))
                .toList());
      }
    }
    try {
      admin.incrementalAlterConfigs(changes).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics' settings", e);
    }
  }

  private List<ConsumerRecord<String, byte[]>> read(Topic topic) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(bootstrap(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, topic.partitions())
              .mapToObj(it -> new TopicPartition(topic.topicName(), it))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  private boolean has(ConsumerRecord<String, byte[]> record) {
    var text = new StringBuilder(String.valueOf(record.key()));
    if (record.value() != null) {
      text.append(new String(record.value(), StandardCharsets.ISO_8859_1));
    }
    record
        .headers()
        .forEach(it -> text.append(new String(it.value(), StandardCharsets.ISO_8859_1)));
    return text.indexOf(word) >= 0;
  }

  private static List<String> tablesOf(Connection connection) throws SQLException {
    List<String> it = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select tablename from pg_tables where schemaname = 'public'");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        it.add(Objects.requireNonNull(rows.getString(1)));
      }
    }
    return it;
  }

  // Bytes are told in hexadecimal digits.
  private boolean has(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from \"%s\" it where strpos(it::text, ?) + strpos(it::text, ?) > 0 limit 1"
                .formatted(table))) {
      query.setString(1, word);
      query.setString(2, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Map<String, Object> bootstrap() {
    return Map.of("bootstrap.servers", syndicate.kafka());
  }
}
