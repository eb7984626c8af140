package syndication.enrich.kafka.replay;

import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.FollowUp;
import syndication.enrich.kafka.EnrichedRecords;
import syndication.schema.wire.EventCodec;

/// What a replay works with.
///
/// @param enricher with the stages of today
/// @param followUp the same with a language model, or `null`
/// @param admin settings of Kafka's admin client
public record ReplayTools(
    EventCodec codec,
    Enricher enricher,
    @Nullable FollowUp followUp,
    ConsumerFactory<String, byte[]> consumers,
    KafkaTemplate<String, byte[]> template,
    EnrichedRecords records,
    Map<String, Object> admin,
    InstantSource clock) {

  Enricher enricher(ReplayOrder order) {
    FollowUp slow = followUp();
    return order.model() && slow != null ? slow.enricher() : enricher;
  }
}
