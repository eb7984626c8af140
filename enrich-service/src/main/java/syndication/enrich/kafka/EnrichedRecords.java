package syndication.enrich.kafka;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import syndication.schema.ArticleEnriched;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.TraceContext;

/// Makes the records of `articles.enriched`.
public final class EnrichedRecords {

  private static final String SOURCE = "/enrich-service";
  private static final String TYPE = "article.enriched";

  private final EventCodec codec;
  private final RandomGenerator random;

  public EnrichedRecords(EventCodec codec, RandomGenerator random) {
    this.codec = codec;
    this.random = random;
  }

  /// @param traceId of the article's way so far
  /// @param replayId `null` when it is no replay
  public ProducerRecord<String, byte[]> of(
      ArticleEnriched event, Instant now, String traceId, @Nullable String replayId) {
    TraceContext trace =
        TraceContext.parse("00-" + traceId + "-0000000000000001-01")
            .map(it -> TraceContext.next(it.traceId(), random))
            .orElseGet(() -> TraceContext.begin(random));
    return new ProducerRecord<>(
        Topic.ENRICHED.topicName(),
        null,
        null,
        event.getArticleId(),
        codec.encode(Topic.ENRICHED, event),
        EventHeaders.of(
            id(event.getArticleId(), event.getRevision(), event.getEnrichmentVersion()),
            TYPE,
            SOURCE,
            event.getArticleId(),
            now,
            trace,
            replayId));
  }

  private static String id(String articleId, long revision, long enrichmentVersion) {
    return "%s#%d#%d".formatted(articleId, revision, enrichmentVersion);
  }
}
