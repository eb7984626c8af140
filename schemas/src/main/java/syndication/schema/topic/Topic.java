package syndication.schema.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/// A Kafka topic of the pipeline, with all that is needed to create it.
///
/// Every article topic has the same number of partitions, so that an article stays on one partition
/// number all the way.
public enum Topic {
  /// What sources gave us, as received. Key: submissionId.
  SUBMITTED("articles.submitted", Topic.PARTITIONS, Cleanup.COMPACT_DELETE, Duration.ofDays(30)),
  /// Submissions that could not be read, with their bytes. Key: submissionId.
  QUARANTINED(
      "articles.quarantined", Topic.PARTITIONS, Cleanup.COMPACT_DELETE, Duration.ofDays(90)),
  /// Every accepted revision, for ever. Key: articleId#revision, partitioned by articleId.
  REVISED("articles.revised", Topic.PARTITIONS, Cleanup.COMPACT, Duration.ZERO),
  /// The current revision of each article with its enrichment. Key: articleId.
  ENRICHED("articles.enriched", Topic.PARTITIONS, Cleanup.COMPACT, Duration.ZERO),
  /// The lane that never queues. Key: articleId.
  WITHDRAWN("articles.withdrawn", 3, Cleanup.COMPACT, Duration.ZERO),
  /// Every attempt of every delivery. Key: partnerId#articleId.
  DELIVERIES_ATTEMPTED(
      "deliveries.attempted", Topic.PARTITIONS, Cleanup.DELETE, Duration.ofDays(14)),
  SUBMITTED_DLT("articles.submitted.dlt", 1, Cleanup.DELETE, Duration.ofDays(90)),
  REVISED_DLT("articles.revised.dlt", 1, Cleanup.DELETE, Duration.ofDays(90)),
  ENRICHED_DLT("articles.enriched.dlt", 1, Cleanup.DELETE, Duration.ofDays(90)),
  WITHDRAWN_DLT("articles.withdrawn.dlt", 1, Cleanup.DELETE, Duration.ofDays(90));

  /// Partitions of an article topic: the most consumers of one group that can share the work.
  public static final int PARTITIONS = 6;

  /// The largest record, in bytes: room for a body of [#BODY_BYTES_MAX] as received, and for its
  /// text and HTML renderings in one event.
  public static final int RECORD_BYTES_MAX = 12 * 1024 * 1024;

  /// The largest body that may be submitted, in bytes.
  public static final int BODY_BYTES_MAX = 5 * 1024 * 1024;

  private enum Cleanup {
    COMPACT("compact"),
    DELETE("delete"),
    COMPACT_DELETE("compact,delete");

    private final String policy;

    Cleanup(String policy) {
      this.policy = policy;
    }
  }

  private final String topicName;
  private final int partitions;
  private final Cleanup cleanup;
  private final Duration retention;

  Topic(String topicName, int partitions, Cleanup cleanup, Duration retention) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.cleanup = cleanup;
    this.retention = retention;
  }

  /// The topic's name in Kafka.
  public String topicName() {
    return topicName;
  }

  public int partitions() {
    return partitions;
  }

  /// How long records are kept; [Duration#ZERO] means for ever.
  public Duration retention() {
    return retention;
  }

  /// The broker's word for what happens to old records: compact, delete or both.
  public String cleanupPolicy() {
    return cleanup.policy;
  }

  /// The dead-letter topic of a topic that services consume.
  ///
  /// @throws IllegalArgumentException when nothing consumes this topic
  public Topic deadLetters() {
    return switch (this) {
      case SUBMITTED -> SUBMITTED_DLT;
      case REVISED -> REVISED_DLT;
      case ENRICHED -> ENRICHED_DLT;
      case WITHDRAWN -> WITHDRAWN_DLT;
      case QUARANTINED,
          DELIVERIES_ATTEMPTED,
          SUBMITTED_DLT,
          REVISED_DLT,
          ENRICHED_DLT,
          WITHDRAWN_DLT ->
          throw new IllegalArgumentException("no dead letters of " + topicName);
    };
  }

  /// @param replicationFactor copies of each partition, at most the number of brokers
  NewTopic definition(short replicationFactor) {
    Map<String, String> config = new TreeMap<>();
    config.put("cleanup.policy", cleanup.policy);
    config.put("retention.ms", retention.isZero() ? "-1" : Long.toString(retention.toMillis()));
    config.put("max.message.bytes", Integer.toString(RECORD_BYTES_MAX));
    config.put("compression.type", "producer");
    if (cleanup != Cleanup.DELETE) {
      // Readers that are an hour behind still see every state; a takedown's tombstone is acted on
      // within a day.
      config.put("min.compaction.lag.ms", Long.toString(Duration.ofHours(1).toMillis()));
      config.put("max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()));
      config.put("delete.retention.ms", Long.toString(Duration.ofDays(7).toMillis()));
    }
    if (replicationFactor >= 3) {
      config.put("min.insync.replicas", "2");
    }
    return new NewTopic(topicName, partitions, replicationFactor).configs(config);
  }
}
