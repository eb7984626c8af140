package syndication.enrich.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.SendResult;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Enrichment;
import syndication.enrich.enrichment.FollowUp;
import syndication.enrich.model.Waiting;
import syndication.enrich.summary.Summary;
import syndication.schema.ArticleEnriched;
import syndication.schema.PubStatus;
import syndication.schema.wire.RegistryUnavailableException;

/// Has a language model write summaries of articles that have gone out with an extractive one, and
/// publishes what it wrote as a later enrichment of the same revision. What is lost, because there
/// is no room, the service stops or the model fails, keeps its extractive summary.
final class ModelRevisions
    implements AfterEnrichment, ConsumerAwareRebalanceListener, AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(ModelRevisions.class);

  private final FollowUp followUp;
  private final Waiting<ArticleEnriched> waiting;
  private final EnrichedRecords records;
  private final KafkaTemplate<String, byte[]> template;
  private final MeterRegistry meters;
  private final InstantSource clock;

  ModelRevisions(
      FollowUp followUp,
      EnrichedRecords records,
      KafkaTemplate<String, byte[]> template,
      MeterRegistry meters,
      InstantSource clock) {
    this.followUp = followUp;
    this.waiting = new Waiting<>(followUp.queueMost());
    this.records = records;
    this.template = template;
    this.meters = meters;
    this.clock = clock;
    Gauge.builder("syndicate.enrich.model.waiting", waiting, Waiting::size).register(meters);
  }

  void start() {
    for (int i = 0; i < followUp.concurrent(); i++) {
      Thread.ofVirtual().name("model-" + i).start(this::work);
    }
  }

  @Override
  public void heard(String articleId, long revision) {
    if (waiting.superseded(articleId, revision)) {
      count("superseded");
    }
  }

  /// The article was taken back; told by the lane that never queues.
  void withdrawn(String articleId) {
    if (waiting.withdrawn(articleId)) {
      count("withdrawn");
    }
  }

  @Override
  public void enriched(ArticleEnriched event, int partition) {
    if (event.getArticle().getPubStatus() != PubStatus.USABLE
        || event.getSummary().isEmpty()
        || event.getReplayId().isPresent()) {
      return;
    }
    var turn = new Waiting.Turn<>(event.getArticleId(), event.getRevision(), partition, event);
    if (!waiting.offer(turn)) {
      count("no_room");
    }
  }

  @Override
  public void onPartitionsRevokedAfterCommit(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    waiting.lost(partitions.stream().map(TopicPartition::partition).toList());
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    waiting.lost(partitions.stream().map(TopicPartition::partition).toList());
  }

  @Override
  public void close() {
    waiting.close();
  }

  private void work() {
    try {
      for (var turn = waiting.take(); turn != null; turn = waiting.take()) {
        work(turn);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Waiting.Turn<ArticleEnriched> turn) {
    try {
      ArticleEnriched event = enrichedByModel(turn.article());
      if (event == null) {
        waiting.finish(turn, () -> {});
        return;
      }
      var it = records.of(event, clock.instant(), event.getTraceId(), null);
      List<CompletableFuture<SendResult<String, byte[]>>> sent = new ArrayList<>(1);
      if (waiting.finish(turn, () -> sent.add(template.send(it)))) {
        sent.forEach(CompletableFuture::join);
        tell(event);
      }
    } catch (Enricher.StageFailedException
        | CompletionException
        | KafkaException
        | NestedRuntimeException
        | RegistryUnavailableException e) {
      waiting.finish(turn, () -> {});
      count("lost");
      logger
          .atWarn()
          .addKeyValue("articleId", turn.articleId())
          .addKeyValue("revision", turn.revision())
          .addKeyValue("reason", e.getMessage())
          .log("the model's summary is lost; the extractive one stays");
    }
  }

  private @Nullable ArticleEnriched enrichedByModel(ArticleEnriched former) {
    Map<String, Long> nanos = new HashMap<>();
    Enrichment it =
        followUp.enricher().enrich(RevisedArticles.article(former.getArticle()), nanos::put);
    if (it.summary().method() != Summary.Method.MODEL) {
      return null;
    }
    Instant now = clock.instant();
    return EnrichedEvents.again(former, it, nanos, null, now);
  }

  private void tell(ArticleEnriched event) {
    count("published");
    logger
        .atInfo()
        .addKeyValue("articleId", event.getArticleId())
        .addKeyValue("revision", event.getRevision())
        .addKeyValue("enrichment", event.getEnrichmentVersion())
        .addKeyValue("traceId", event.getTraceId())
        .log("summary by the model");
  }

  private void count(String outcome) {
    meters.counter("syndicate.enrich.model.revisions", "outcome", outcome).increment();
  }
}
