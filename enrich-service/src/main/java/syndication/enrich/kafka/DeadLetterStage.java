package syndication.enrich.kafka;

import java.nio.charset.StandardCharsets;
import syndication.enrich.enrichment.Enricher;
import syndication.schema.wire.UnreadableEventException;

/// Says in which step a record failed.
final class DeadLetterStage {

  private DeadLetterStage() {}

  static byte[] of(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof Enricher.StageFailedException stage) {
        return bytes("enrich/" + stage.stage());
      }
      if (it instanceof UnreadableEventException) {
        return bytes("enrich/decode");
      }
    }
    return bytes("enrich");
  }

  private static byte[] bytes(String stage) {
    return stage.getBytes(StandardCharsets.UTF_8);
  }
}
