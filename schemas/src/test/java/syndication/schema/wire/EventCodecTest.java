package syndication.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.DeliveryAttempted;
import syndication.schema.RevisionKind;
import syndication.schema.topic.Topic;

class EventCodecTest {

  private static final ArticleWithdrawn KILL =
      ArticleWithdrawn.newBuilder()
          .setArticleId("urn:uuid:0b5b0a1e-58f0-5d0e-9a37-6f3f0b0c0d0e")
          .setRevision(3)
          .setKind(RevisionKind.KILL)
          .setSourceId("harbour-post")
          .setAliases(List.of("https://harbour.example/a"))
          .setWithdrawnAt(Instant.parse("2026-11-24T08:00:00Z"))
          .setTraceId("4bf92f3577b34da6a3ce929d0e0e4736")
          .build();

  private final EventCodec codec = new EventCodec(new LocalSchemaIds());

  @Test
  void whatIsWrittenIsReadBack() {
    byte[] bytes = codec.encode(Topic.WITHDRAWN, KILL);

    assertThat(codec.decode(bytes, ArticleWithdrawn.class)).isEqualTo(KILL);
  }

  @Test
  void theBytesBeginAsKafkaToolsExpect() {
    byte[] bytes = codec.encode(Topic.WITHDRAWN, KILL);

    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
  }

  @Test
  void otherBytesAreUnreadable() {
    assertThatThrownBy(() -> codec.decode(new byte[] {'{', '}'}, ArticleWithdrawn.class))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("expected: a zero byte");
  }

  @Test
  void aTombstoneIsNoEvent() {
    assertThatThrownBy(() -> codec.decode(null, ArticleWithdrawn.class))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("no value");
  }

  @Test
  void truncatedBytesAreUnreadable() {
    byte[] bytes = codec.encode(Topic.WITHDRAWN, KILL);
    byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);

    assertThatThrownBy(() -> codec.decode(half, ArticleWithdrawn.class))
        .isInstanceOf(UnreadableEventException.class);
  }

  @Test
  void anotherEventIsUnreadable() {
    byte[] bytes = codec.encode(Topic.WITHDRAWN, KILL);

    assertThatThrownBy(() -> codec.decode(bytes, DeliveryAttempted.class))
        .isInstanceOf(UnreadableEventException.class);
  }

  @Test
  void aRegistryThatIsDownIsNoReasonToGiveUpTheEvent() {
    var broken =
        new EventCodec(
            new SchemaIds() {
              @Override
              public int idOf(String subject, Schema schema) {
                throw new RegistryUnavailableException("down");
              }

              @Override
              public Schema schemaOf(int id) {
                throw new RegistryUnavailableException("down");
              }
            });

    assertThatThrownBy(
            () -> broken.decode(codec.encode(Topic.WITHDRAWN, KILL), ArticleWithdrawn.class))
        .isInstanceOf(RegistryUnavailableException.class);
  }
}
