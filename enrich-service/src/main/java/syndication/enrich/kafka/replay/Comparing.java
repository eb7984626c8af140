package syndication.enrich.kafka.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Enrichment;
import syndication.enrich.kafka.EnrichedEvents;
import syndication.enrich.kafka.RevisedArticles;
import syndication.enrich.kafka.replay.ReplayFiles.Planned;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.UnreadableEventException;

/// The first half of a replay: reads every revision from the start, enriches the current one of
/// each article again, and writes down what would change. Sends nothing.
final class Comparing {

  private final ReplayTools tools;
  private final ReplayOrder order;
  private final ReplayFiles files;
  private final ExecutorService pool;
  private final Signals signals;
  private final Courtesy courtesy;

  Comparing(
      ReplayTools tools,
      ReplayOrder order,
      ReplayFiles files,
      ExecutorService pool,
      Signals signals,
      Courtesy courtesy) {
    this.tools = tools;
    this.order = order;
    this.files = files;
    this.pool = pool;
    this.signals = signals;
    this.courtesy = courtesy;
  }

  /// What became of one record, and what it counts as.
  private sealed interface Outcome {
    record Counted(String as) implements Outcome {}

    record Change(Map<String, Object> parts, Map<String, Object> line, Planned planned)
        implements Outcome {}
  }

  /// @return the state after the last partition, or where it was stopped
  ReplayState run(ReplayState from) {
    ReplayState state = from;
    try (var scan = new LogScan(tools.consumers());
        ReplayFiles.Writing writing = files.write(state)) {
      int partitions = scan.partitions();
      while (state.at().partition() < partitions && !signals.stopped()) {
        state = slice(state, scan, writing);
      }
      return state.at().partition() < partitions ? state : state.in(ReplayState.Phase.EMITTING);
    }
  }

  // Both passes over one slice of one partition.
  private ReplayState slice(ReplayState from, LogScan scan, ReplayFiles.Writing writing) {
    int partition = from.at().partition();
    long revisedEnd = scan.end(Topic.REVISED, partition);
    long enrichedEnd = scan.end(Topic.ENRICHED, partition);
    ReplayState state = from.ending(partition, new ReplayState.Ends(revisedEnd, enrichedEnd));
    if (state.at().slices() == 0) {
      long records = revisedEnd - scan.begin(Topic.REVISED, partition);
      state = state.at(state.at().in(ArticleIndex.slices(records)), state.counts());
    }
    ArticleIndex index = index(scan, state.at(), revisedEnd, enrichedEnd);
    if (!signals.stopped() && state.at().pass() == 0) {
      state = pass(state, scan, writing, Topic.ENRICHED, enrichedEnd, index);
    }
    if (!signals.stopped() && state.at().pass() == 1) {
      state = pass(state, scan, writing, Topic.REVISED, revisedEnd, index);
    }
    return state;
  }

  private ArticleIndex index(
      LogScan scan, ReplayState.Position at, long revisedEnd, long enrichedEnd) {
    var index = new ArticleIndex();
    scan.read(
        Topic.REVISED,
        at.partition(),
        0,
        revisedEnd,
        signals::stopped,
        batch -> batch.forEach(it -> revised(it, at, index)));
    scan.read(
        Topic.ENRICHED,
        at.partition(),
        0,
        enrichedEnd,
        signals::stopped,
        batch -> batch.forEach(it -> enriched(it, at, index, tools)));
    return index;
  }

  private static void revised(
      ConsumerRecord<String, byte[]> it, ReplayState.Position at, ArticleIndex index) {
    RecordKey key = RecordKey.of(it.key());
    if (key == null || ArticleIndex.slice(key.articleId(), at.slices()) != at.slice()) {
      return;
    }
    if (it.value() == null) {
      index.erased(key.articleId(), key.revision());
    } else {
      index.revised(key.articleId(), key.revision(), it.offset());
    }
  }

  private static void enriched(
      ConsumerRecord<String, byte[]> it,
      ReplayState.Position at,
      ArticleIndex index,
      ReplayTools tools) {
    if (it.key() == null || ArticleIndex.slice(it.key(), at.slices()) != at.slice()) {
      return;
    }
    if (it.value() == null) {
      index.forgotten(it.key());
      return;
    }
    RecordKey key = RecordKey.enriched(it, tools.codec());
    if (key != null) {
      index.enriched(it.key(), key.revision(), key.version(), it.offset());
    }
  }

  private ReplayState pass(
      ReplayState from,
      LogScan scan,
      ReplayFiles.Writing writing,
      Topic topic,
      long end,
      ArticleIndex index) {
    Map<String, Long> counts = new TreeMap<>(from.counts());
    ReplayState.Position at = from.at();
    var state = new ReplayState[] {from};
    Map<Integer, Long> live = topic == Topic.REVISED ? courtesy.enriched() : Map.of();
    long passed = live.getOrDefault(at.partition(), 0L);
    scan.read(
        topic,
        at.partition(),
        at.offset(),
        end,
        signals::stopped,
        batch -> {
          courtesy.await(state[0]);
          List<Future<Outcome>> outcomes = new ArrayList<>();
          for (ConsumerRecord<String, byte[]> it : batch) {
            boolean wanted =
                topic == Topic.ENRICHED
                    ? current(it, index, counts)
                    : it.offset() < passed && missing(it, index);
            if (wanted) {
              outcomes.add(pool.submit(() -> outcome(topic, it)));
            }
          }
          for (Future<Outcome> it : outcomes) {
            take(result(it), counts, writing);
          }
          writing.flush();
          long next = batch.isEmpty() ? state[0].at().offset() : batch.getLast().offset() + 1;
          state[0] =
              state[0].at(
                  state[0].at().read(next, writing.changesBytes(), writing.eventsBytes()), counts);
          files.save(state[0]);
        });
    if (signals.stopped()) {
      return state[0];
    }
    ReplayState ended = state[0].at(state[0].at().next(), counts);
    files.save(ended);
    return ended;
  }

  // The newest enrichment of an article, and of its newest revision.
  private static boolean current(
      ConsumerRecord<String, byte[]> it, ArticleIndex index, Map<String, Long> counts) {
    ArticleIndex.Known known = it.key() == null ? null : index.of(it.key());
    if (known == null || known.enrichedAt() != it.offset()) {
      return false;
    }
    boolean newest = known.enriched() >= known.revision() && known.revision() > 0;
    boolean erased = newest && known.revisedAt() < 0;
    if (!newest || erased) {
      counts.merge(erased ? "erased" : "superseded", 1L, Long::sum);
      return false;
    }
    return true;
  }

  // The newest revision of an article that the live listener has passed and that never came out.
  private static boolean missing(ConsumerRecord<String, byte[]> it, ArticleIndex index) {
    RecordKey key = RecordKey.of(it.key());
    if (key == null || it.value() == null) {
      return false;
    }
    ArticleIndex.Known known = index.of(key.articleId());
    return known.revisedAt() == it.offset() && known.enriched() < known.revision();
  }

  private Outcome outcome(Topic topic, ConsumerRecord<String, byte[]> it) {
    try {
      if (topic == Topic.REVISED) {
        ArticleRevised article = tools.codec().decode(it.value(), ArticleRevised.class);
        return old(article) ? new Outcome.Counted("older") : neverOut(article, it);
      }
      ArticleEnriched former = tools.codec().decode(it.value(), ArticleEnriched.class);
      return old(former.getArticle()) ? new Outcome.Counted("older") : again(former, it);
    } catch (UnreadableEventException | Enricher.StageFailedException e) {
      return new Outcome.Counted("failed");
    }
  }

  private boolean old(ArticleRevised article) {
    Instant since = order.since();
    return since != null && article.getVersionCreated().isBefore(since);
  }

  private Outcome again(ArticleEnriched former, ConsumerRecord<String, byte[]> record) {
    if (!RevisedArticles.usable(former.getArticle())) {
      return new Outcome.Counted("withdrawn");
    }
    Map<String, Long> nanos = new HashMap<>();
    Enrichment it =
        tools.enricher(order).enrich(RevisedArticles.article(former.getArticle()), nanos::put);
    ArticleEnriched fresh =
        EnrichedEvents.again(former, it, nanos, order.id(), tools.clock().instant());
    return switch (Comparison.of(former, fresh, order.stages(), order.model())) {
      case Comparison.Result.Unchanged _ -> new Outcome.Counted("unchanged");
      case Comparison.Result.Changed changed ->
          change(changed.parts(), changed.after(), record, false);
    };
  }

  private Outcome neverOut(ArticleRevised article, ConsumerRecord<String, byte[]> record) {
    if (!RevisedArticles.usable(article)) {
      return new Outcome.Counted("withdrawn");
    }
    Map<String, Long> nanos = new HashMap<>();
    Enrichment it = tools.enricher(order).enrich(RevisedArticles.article(article), nanos::put);
    ArticleEnriched event =
        ArticleEnriched.newBuilder(EnrichedEvents.of(article, it, nanos, tools.clock().instant()))
            .setReplayId(order.id())
            .build();
    return change(Map.of("article", "was never enriched"), event, record, true);
  }

  private Outcome change(
      Map<String, Object> parts,
      ArticleEnriched after,
      ConsumerRecord<String, byte[]> record,
      boolean fromRevised) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("articleId", after.getArticleId());
    line.put("revision", after.getRevision());
    line.put("enrichment", after.getEnrichmentVersion());
    line.put(
        "headline",
        after.getArticle().getHeadlines().isEmpty()
            ? ""
            : after.getArticle().getHeadlines().getFirst().getValue());
    line.put("changes", parts);
    ArticleEnriched bare =
        ArticleEnriched.newBuilder(after)
            .setArticle(RevisedArticles.withoutContent(after.getArticle()))
            .build();
    return new Outcome.Change(
        parts,
        line,
        new Planned(
            record.partition(),
            fromRevised,
            record.offset(),
            tools.codec().encode(Topic.ENRICHED, bare)));
  }

  private static void take(Outcome outcome, Map<String, Long> counts, ReplayFiles.Writing writing) {
    counts.merge("compared", 1L, Long::sum);
    switch (outcome) {
      case Outcome.Counted it -> counts.merge(it.as(), 1L, Long::sum);
      case Outcome.Change it -> {
        counts.merge("changed", 1L, Long::sum);
        it.parts().keySet().forEach(part -> counts.merge("changed." + part, 1L, Long::sum));
        writing.change(it.line());
        writing.event(it.planned());
      }
    }
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while comparing", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException outage) {
        throw outage;
      }
      throw new IllegalStateException("comparing failed", e.getCause());
    }
  }

  /// What a record is about, without reading its value.
  record RecordKey(String articleId, long revision, long version) {

    /// Of `articles.revised`: `articleId#revision`.
    static @Nullable RecordKey of(@Nullable String key) {
      int hash = key == null ? -1 : key.lastIndexOf('#');
      return key == null || hash < 0 || !digits(key, hash + 1)
          ? null
          : new RecordKey(key.substring(0, hash), Long.parseLong(key.substring(hash + 1)), 0);
    }

    /// Of `articles.enriched`: its event's id says `articleId#revision#enrichment`; without one,
    /// the event itself is read.
    static @Nullable RecordKey enriched(
        ConsumerRecord<String, byte[]> record, syndication.schema.wire.EventCodec codec) {
      RecordKey whole =
          EventHeaders.value(record.headers(), "ce_id").map(RecordKey::of).orElse(null);
      RecordKey inner = whole == null ? null : of(whole.articleId());
      if (whole != null && inner != null) {
        return new RecordKey(inner.articleId(), inner.revision(), whole.revision());
      }
      try {
        ArticleEnriched it = codec.decode(record.value(), ArticleEnriched.class);
        return new RecordKey(it.getArticleId(), it.getRevision(), it.getEnrichmentVersion());
      } catch (UnreadableEventException e) {
        return null;
      }
    }

    private static boolean digits(String text, int from) {
      return from < text.length()
          && text.length() - from <= 18
          && text.chars().skip(from).allMatch(it -> it >= '0' && it <= '9');
    }
  }
}
