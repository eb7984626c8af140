package syndication.enrich.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.SendResult;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Enrichment;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.TraceContext;
import syndication.schema.wire.UnreadableEventException;

/// Takes revised articles and writes enriched ones, batch by batch: articles of a batch are
/// enriched in parallel, written in the batch's order, and acknowledged by the broker before the
/// offsets move. Outages are thrown, and the batch comes again; what no retry could mend goes to
/// the dead letters.
public final class RevisedListener {

  /// The container's name, and the consumer group.
  public static final String ID = "enrich";

  private static final Logger logger = LoggerFactory.getLogger(RevisedListener.class);

  /// What became of a record.
  private sealed interface Outcome {
    record Enriched(ArticleEnriched event, ProducerRecord<String, byte[]> output)
        implements Outcome {}

    record Dead(RuntimeException reason) implements Outcome {}

    /// A tombstone: it erases a revision's body from the topic, and says nothing about the article.
    record Erased() implements Outcome {}
  }

  private record Sent(
      ConsumerRecord<String, byte[]> input,
      ArticleEnriched event,
      CompletableFuture<SendResult<String, byte[]>> acknowledged) {}

  private final EventCodec codec;
  private final Enricher enricher;
  private final ExecutorService pool;
  private final KafkaTemplate<String, byte[]> template;
  private final DeadLetterPublishingRecoverer deadLetters;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Traces traces;
  private final EnrichedRecords enriched;
  private final AfterEnrichment after;
  // Looking a timer up by its tags costs more than the timing.
  private final Map<String, Timer> stageTimers = new ConcurrentHashMap<>();

  RevisedListener(
      EventCodec codec,
      Enricher enricher,
      ExecutorService pool,
      KafkaTemplate<String, byte[]> template,
      DeadLetterPublishingRecoverer deadLetters,
      MeterRegistry meters,
      InstantSource clock,
      Traces traces,
      EnrichedRecords enriched,
      AfterEnrichment after) {
    this.codec = codec;
    this.enricher = enricher;
    this.pool = pool;
    this.template = template;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.clock = clock;
    this.traces = traces;
    this.enriched = enriched;
    this.after = after;
  }

  @KafkaListener(id = ID, topics = "articles.revised", batch = "true")
  public void onRevised(List<ConsumerRecord<String, byte[]>> records) {
    List<Future<Outcome>> outcomes = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> it : records) {
      outcomes.add(pool.submit(() -> outcome(it)));
    }
    List<Sent> sent = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      ConsumerRecord<String, byte[]> record = records.get(i);
      switch (result(outcomes.get(i))) {
        case Outcome.Enriched it -> {
          after.heard(it.event().getArticleId(), it.event().getRevision());
          sent.add(new Sent(record, it.event(), template.send(it.output())));
        }
        case Outcome.Dead it -> bury(record, it.reason());
        case Outcome.Erased _ -> count("erased");
      }
    }
    template.flush();
    sent.forEach(this::acknowledged);
  }

  private Outcome outcome(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return new Outcome.Erased();
    }
    try {
      return enriched(record);
    } catch (UnreadableEventException | Enricher.StageFailedException e) {
      return new Outcome.Dead(e);
    }
  }

  private Outcome enriched(ConsumerRecord<String, byte[]> record) {
    ArticleRevised revised = codec.decode(record.value(), ArticleRevised.class);
    Instant now = clock.instant();
    long start = System.nanoTime();
    ArticleEnriched event;
    if (RevisedArticles.usable(revised)) {
      Map<String, Long> nanos = new HashMap<>();
      Enrichment it = enricher.enrich(RevisedArticles.article(revised), nanos::put);
      event = EnrichedEvents.of(revised, it, nanos, now);
      nanos.forEach(this::time);
    } else {
      event = EnrichedEvents.withdrawn(revised, now);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    tell(event, took.toMillis());
    TraceContext before = trace(record, revised);
    TraceContext step = EnrichedRecords.trace(event, before.traceId());
    traces.tell(() -> step(event, step, before, now, took));
    return new Outcome.Enriched(
        event, enriched.of(event, now, before.traceId(), replayId(record, revised)));
  }

  /// The step that wrote the revision.
  private static TraceContext trace(ConsumerRecord<String, byte[]> record, ArticleRevised revised) {
    return EventHeaders.value(record.headers(), EventHeaders.TRACEPARENT)
        .flatMap(TraceContext::parse)
        .orElseGet(() ->
            TraceContext.of(
                revised.getProvenance().getTraceId(),
                EventIds.revised(revised.getArticleId(), revised.getRevision())));
  }

  private static Step step(
      ArticleEnriched event,
      TraceContext context,
      TraceContext before,
      Instant began,
      Duration took) {
    return new Step(
        "enrich",
        Step.Kind.CONSUMER,
        context,
        before,
        began,
        took,
        Map.of(
            "articleId",
            event.getArticleId(),
            "revision",
            Long.toString(event.getRevision()),
            "language",
            event.getLanguage()),
        null);
  }

  private static @Nullable String replayId(
      ConsumerRecord<String, byte[]> record, ArticleRevised revised) {
    return EventHeaders.value(record.headers(), EventHeaders.REPLAY_ID)
        .orElse(revised.getProvenance().getReplayId().orElse(null));
  }

  private static void tell(ArticleEnriched event, long millis) {
    logger
        .atInfo()
        .addKeyValue("articleId", event.getArticleId())
        .addKeyValue("revision", event.getRevision())
        .addKeyValue("traceId", event.getTraceId())
        .addKeyValue("pubStatus", event.getArticle().getPubStatus())
        .addKeyValue("language", event.getLanguage())
        .addKeyValue("tags", event.getTags().size())
        .addKeyValue("topics", event.getTopics().size())
        .addKeyValue("words", event.getWordCount())
        .addKeyValue("millis", millis)
        .log("article enriched");
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while enriching", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException outage) {
        throw outage;
      }
      throw new IllegalStateException("enriching failed", e.getCause());
    }
  }

  private void acknowledged(Sent sent) {
    try {
      sent.acknowledged().get();
      after.enriched(sent.event(), sent.input().partition());
      count("enriched");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the broker", e);
    } catch (ExecutionException e) {
      if (tooLarge(e)) {
        bury(sent.input(), new IllegalStateException("the enriched article is too large", e));
        return;
      }
      throw new IllegalStateException("the broker did not take the enriched article", e);
    }
  }

  private static boolean tooLarge(Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof RecordTooLargeException) {
        return true;
      }
    }
    return false;
  }

  private void bury(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
    logger
        .atWarn()
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("reason", reason.getMessage())
        .log("record goes to the dead letters");
    deadLetters.accept(record, null, reason);
    count("dead");
  }

  private void time(String stage, long nanos) {
    stageTimers
        .computeIfAbsent(
            stage, it -> Timer.builder("syndicate.enrich.stage").tag("stage", it).register(meters))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private void count(String outcome) {
    meters.counter("syndicate.enrich.articles", "outcome", outcome).increment();
  }
}
