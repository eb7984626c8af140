package syndication.enrich.kafka;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import syndication.schema.ArticleEnriched;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.TraceContext;

/// Makes the records of `articles.enriched`.
public final class EnrichedRecords {

  private static final String SOURCE = "/enrich-service";
  private static final String TYPE = "article.enriched";

  private final EventCodec codec;

  public EnrichedRecords(EventCodec codec) {
    this.codec = codec;
  }

  /// The step that made the event.
  static TraceContext trace(ArticleEnriched event, String traceId) {
    return TraceContext.of(traceId, id(event));
  }

  /// @param traceId of the article's way so far
  /// @param replayId `null` when it is no replay
  public ProducerRecord<String, byte[]> of(
      ArticleEnriched event, Instant now, String traceId, @Nullable String replayId) {
    return new ProducerRecord<>(
        Topic.ENRICHED.topicName(),
        null,
        null,
        event.getArticleId(),
        codec.encode(Topic.ENRICHED, event),
        EventHeaders.of(
            id(event),
            TYPE,
            SOURCE,
            event.getArticleId(),
            now,
            trace(event, traceId),
            replayId));
  }

  private static String id(ArticleEnriched event) {
    return EventIds.enriched(
        event.getArticleId(), event.getRevision(), event.getEnrichmentVersion());
  }
}
