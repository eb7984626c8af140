package syndication.cli.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.Partitions;

/// What was enriched of one article.
public final class EnrichedHistory {

  private final String bootstrapServers;
  private final Decoder decoder;

  public EnrichedHistory(String bootstrapServers, EventCodec codec) {
    this.bootstrapServers = bootstrapServers;
    this.decoder = new Decoder(codec);
  }

  /// Its records on `articles.enriched` that compaction has left, the oldest first.
  ///
  /// @param since nothing was enriched before
  public List<JsonNode> of(String articleId, Instant since) {
    List<JsonNode> it = new ArrayList<>();
    try (var reader = new TopicReader(bootstrapServers, Topic.ENRICHED)) {
      if (!reader.exists()) {
        return it;
      }
      reader.only(Partitions.of(Topic.ENRICHED, articleId), since);
      reader.toNow(record -> addIfOf(articleId, record, it));
    }
    return it;
  }

  private void addIfOf(
      String articleId, ConsumerRecord<String, byte[]> record, List<JsonNode> found) {
    if (articleId.equals(record.key())) {
      found.add(decoder.decode(Topic.ENRICHED, record));
    }
  }
}
