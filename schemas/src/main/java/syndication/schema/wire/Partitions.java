package syndication.schema.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import syndication.schema.topic.Topic;

/// Where an article's records go: Kafka's own rule (murmur2 of the key's bytes) applied to the
/// articleId, also where the key carries more than that.
public final class Partitions {

  private Partitions() {}

  /// @return 0 to `topic.partitions() - 1`
  public static int of(Topic topic, String articleId) {
    byte[] key = articleId.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % topic.partitions();
  }
}
