package syndication.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.schema.SubmissionAction;
import syndication.schema.topic.Topic;

/// Looks for a taken-down article's words in every record of every topic and every column of every
/// table, once the topics are compacted.
class TakedownScanEdgeTest extends RunningIngest {

  private static final List<Topic> TOPICS =
      List.of(Topic.SUBMITTED, Topic.QUARANTINED, Topic.REVISED, Topic.WITHDRAWN);

  /// Stands in the address, the headline, the body and the bytes that could not be read.
  private static final String WORD = "zyxwordofaperson";

  @Test
  void aTakedownLeavesNoWordInAnyTopicOrTable() throws ExecutionException, InterruptedException {
    submit(ninjs("scan", "r-1", "story-1", "About " + WORD, "First words about " + WORD + "."));
    submit(ninjs("scan", "r-2", "story-1", "About " + WORD, "Other words about " + WORD + "."));
    submit(
        event("scan", "r-3", "story-1", SubmissionAction.PUBLISH, "{\"uri\": 7, \"x\": \"" + WORD));
    revisionsOf("scan", 2);
    await().atMost(SOON).until(() -> counts("scan").quarantined() == 1);
    assertThat(topicsWithTheWord()).contains(Topic.SUBMITTED, Topic.REVISED, Topic.QUARANTINED);
    assertThat(tablesWithTheWord()).contains("articles", "revisions", "quarantine");

    submit(event("scan", "r-4", "story-1", SubmissionAction.TAKEDOWN, ""));
    revisionsOf("scan", 3);

    await().atMost(SOON).until(this::tablesWithTheWord, Collection::isEmpty);
    compactAtOnce();
    await()
        .atMost(SOON.multipliedBy(2))
        .until(
            () -> {
              rollSegments();
              return topicsWithTheWord();
            },
            Collection::isEmpty);
  }

  private List<Topic> topicsWithTheWord() {
    return TOPICS.stream()
        .filter(topic ->
            read(topic).stream()
                .anyMatch(it ->
                    it.value() != null
                        && new String(it.value(), StandardCharsets.ISO_8859_1).contains(WORD)))
        .toList();
  }

  private List<String> tablesWithTheWord() {
    JdbcClient jdbc = bean(JdbcClient.class);
    List<String> found = new ArrayList<>();
    String hex = HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8));
    for (String table :
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      long rows =
          jdbc.sql(
                  "select count(*) from \"%s\" it where strpos(it::text, :word) + strpos(it::text, :hex) > 0"
                      .formatted(String.valueOf(table)))
              .param("word", WORD)
              .param("hex", hex)
              .query(Long.class)
              .single();
      if (rows > 0) {
        found.add(String.valueOf(table));
      }
    }
    return found;
  }

  /// What takes an hour to a day with the topics' own settings.
  private void compactAtOnce() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
      changes.put(
          new ConfigResource(ConfigResource.Type.BROKER, ""),
          List.of(set("log.cleaner.backoff.ms", "100")));
      for (Topic topic : TOPICS) {
        changes.put(
            new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
            List.of(
                set("segment.ms", "1"),
                set("min.compaction.lag.ms", "0"),
                set("max.compaction.lag.ms", "1"),
                set("min.cleanable.dirty.ratio", "0")));
      }
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  // A record without a value is what Kafka means by an erasure.
  @SuppressWarnings("NullAway")
  private static ProducerRecord<String, byte[]> erasure(Topic topic, int partition) {
    return new ProducerRecord<>(topic.topicName(), partition, "nothing", null);
  }

  /// Only closed segments are compacted, and a segment is closed when the next record comes.
  private void rollSegments() {
    for (Topic topic : TOPICS) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        kafka().send(erasure(topic, partition)).join();
      }
    }
  }
}
