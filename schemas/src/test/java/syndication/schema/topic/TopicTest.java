package syndication.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import syndication.schema.wire.Partitions;

class TopicTest {

  @Test
  void everyArticleTopicHasAsManyPartitions() {
    assertThat(Topic.SUBMITTED.partitions())
        .isEqualTo(Topic.REVISED.partitions())
        .isEqualTo(Topic.ENRICHED.partitions());
  }

  @Test
  void anArticleStaysOnOnePartitionNumber() {
    String article = "urn:uuid:0b5b0a1e-58f0-5d0e-9a37-6f3f0b0c0d0e";

    assertThat(Partitions.of(Topic.REVISED, article))
        .isEqualTo(Partitions.of(Topic.ENRICHED, article))
        .isBetween(0, Topic.PARTITIONS - 1);
  }

  @Test
  void revisionsAreKeptForEver() {
    assertThat(Topic.REVISED.definition((short) 1).configs())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("retention.ms", "-1");
  }

  @Test
  void deadLettersHaveNoDeadLetters() {
    assertThatIllegalArgumentException().isThrownBy(Topic.REVISED_DLT::deadLetters);
  }
}
