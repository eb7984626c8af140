package syndication.enrich.kafka.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.SendResult;
import syndication.enrich.kafka.ContentHash;
import syndication.enrich.kafka.replay.Comparing.RecordKey;
import syndication.enrich.kafka.replay.ReplayFiles.Planned;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.topic.Topic;

/// The second half of a replay: sends what the first half wrote down, unless something newer of the
/// article came meanwhile. What came in the very moment of sending is sent once more behind it, so
/// that the newest state of an article stays the last in the topic.
final class Emitting {

  /// What is in the air at once.
  private static final int BATCH = 100;

  private final ReplayTools tools;
  private final ReplayFiles files;
  private final Signals signals;
  private final Courtesy courtesy;
  private ArticleIndex newer = new ArticleIndex();
  private int tailOf = -1;
  private long revisedFrom;
  private long enrichedFrom;

  Emitting(ReplayTools tools, ReplayFiles files, Signals signals, Courtesy courtesy) {
    this.tools = tools;
    this.files = files;
    this.signals = signals;
    this.courtesy = courtesy;
  }

  /// @return the state when all was sent, or where it was stopped
  ReplayState run(ReplayState from) {
    ReplayState state = from;
    try (var scan = new LogScan(tools.consumers())) {
      while (!signals.stopped()) {
        List<Planned> batch = files.planned(state, BATCH);
        if (batch.isEmpty()) {
          return state.in(ReplayState.Phase.DONE);
        }
        courtesy.await(state);
        if (signals.stopped()) {
          return state;
        }
        Map<String, Long> counts = new TreeMap<>(state.counts());
        send(batch, scan, state, counts);
        long bytes = batch.stream().mapToLong(Planned::bytes).sum();
        state = state.at(state.at().sent(bytes), counts);
        files.save(state);
      }
      return state;
    }
  }

  private record Sent(
      String articleId,
      long revision,
      long version,
      CompletableFuture<SendResult<String, byte[]>> acknowledged) {}

  private void send(
      List<Planned> batch, LogScan scan, ReplayState state, Map<String, Long> counts) {
    int partition = batch.getFirst().partition();
    Map<Long, ArticleRevised> articles = articles(batch, scan);
    follow(partition, scan, state);
    long sentFrom = enrichedFrom;
    var sent = new ArrayList<Sent>();
    for (Planned it : batch) {
      ArticleEnriched event = event(it, articles.get(it.offset()));
      if (event == null || superseded(event)) {
        counts.merge("overtaken", 1L, Long::sum);
        continue;
      }
      ProducerRecord<String, byte[]> output =
          tools
              .records()
              .of(event, tools.clock().instant(), event.getTraceId(), state.order().id());
      sent.add(
          new Sent(
              event.getArticleId(),
              event.getRevision(),
              event.getEnrichmentVersion(),
              tools.template().send(output)));
    }
    tools.template().flush();
    Map<String, Long> offsets = new HashMap<>();
    for (Sent it : sent) {
      offsets.put(it.articleId(), acknowledged(it));
      counts.merge("sent", 1L, Long::sum);
    }
    sendNewerAgain(partition, sentFrom, sent, offsets, scan);
  }

  // The articles where they stood when they were compared; compaction may have taken them since.
  private Map<Long, ArticleRevised> articles(List<Planned> batch, LogScan scan) {
    Map<Long, Planned> wanted = new HashMap<>();
    batch.forEach(it -> wanted.put(it.offset(), it));
    Map<Long, ArticleRevised> found = new HashMap<>();
    Planned first = batch.getFirst();
    scan.read(
        first.fromRevised() ? Topic.REVISED : Topic.ENRICHED,
        first.partition(),
        first.offset(),
        batch.getLast().offset() + 1,
        () -> false,
        records ->
            records.forEach(it -> {
              if (wanted.containsKey(it.offset()) && it.value() != null) {
                found.put(
                    it.offset(),
                    first.fromRevised()
                        ? tools.codec().decode(it.value(), ArticleRevised.class)
                        : tools.codec().decode(it.value(), ArticleEnriched.class).getArticle());
              }
            }));
    return found;
  }

  private @Nullable ArticleEnriched event(Planned planned, @Nullable ArticleRevised article) {
    ArticleEnriched bare = tools.codec().decode(planned.event(), ArticleEnriched.class);
    if (article == null || !article.getArticleId().equals(bare.getArticleId())) {
      return null;
    }
    ArticleEnriched event = ArticleEnriched.newBuilder(bare).setArticle(article).build();
    // What was reported is what is sent, or nothing.
    return ContentHash.of(event).equals(event.getContentHash()) ? event : null;
  }

  // Reads on in both topics, from where they ended when the partition was compared.
  private void follow(int partition, LogScan scan, ReplayState state) {
    if (tailOf != partition) {
      ReplayState.Ends ends = state.ends().getOrDefault(partition, new ReplayState.Ends(0, 0));
      newer = new ArticleIndex();
      tailOf = partition;
      revisedFrom = ends.revised();
      enrichedFrom = ends.enriched();
    }
    long revisedEnd = scan.end(Topic.REVISED, partition);
    revisedFrom =
        scan.read(
            Topic.REVISED,
            partition,
            revisedFrom,
            revisedEnd,
            () -> false,
            batch -> batch.forEach(this::revised));
    long enrichedEnd = scan.end(Topic.ENRICHED, partition);
    enrichedFrom =
        scan.read(
            Topic.ENRICHED,
            partition,
            enrichedFrom,
            enrichedEnd,
            () -> false,
            batch -> batch.forEach(this::enriched));
  }

  private void revised(ConsumerRecord<String, byte[]> it) {
    RecordKey key = RecordKey.of(it.key());
    if (key != null && it.value() == null) {
      newer.erased(key.articleId(), key.revision());
    } else if (key != null) {
      newer.revised(key.articleId(), key.revision(), it.offset());
    }
  }

  private void enriched(ConsumerRecord<String, byte[]> it) {
    RecordKey key = it.value() == null ? null : RecordKey.enriched(it, tools.codec());
    if (key != null) {
      newer.enriched(key.articleId(), key.revision(), key.version(), it.offset());
    }
  }

  private boolean superseded(ArticleEnriched event) {
    ArticleIndex.Known known = newer.of(event.getArticleId());
    long revision = event.getRevision();
    boolean erased = known.revision() == revision && known.revisedAt() < 0;
    return erased
        || known.revision() > revision
        || known.enriched() > revision
        || (known.enriched() == revision && known.version() >= event.getEnrichmentVersion());
  }

  private static long acknowledged(Sent sent) {
    try {
      return sent.acknowledged().get().getRecordMetadata().offset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the broker", e);
    } catch (ExecutionException e) {
      throw new KafkaException("the broker did not take " + sent.articleId(), e.getCause());
    }
  }

  private void sendNewerAgain(
      int partition, long from, List<Sent> sent, Map<String, Long> offsets, LogScan scan) {
    long last = offsets.values().stream().mapToLong(it -> it).max().orElse(-1);
    if (last - from + 1 <= sent.size()) {
      // Nobody else wrote in between.
      return;
    }
    Map<String, Sent> byArticle = new HashMap<>();
    var again = new ArrayList<Sent>();
    sent.forEach(it -> byArticle.put(it.articleId(), it));
    scan.read(
        Topic.ENRICHED,
        partition,
        from,
        last + 1,
        () -> false,
        batch ->
            batch.forEach(it -> {
              Sent ours = it.key() == null ? null : byArticle.get(it.key());
              RecordKey key = it.value() == null ? null : RecordKey.enriched(it, tools.codec());
              if (ours == null || key == null) {
                return;
              }
              boolean theirsIsNewer =
                  it.offset() < offsets.getOrDefault(it.key(), -1L)
                      && (key.revision() > ours.revision()
                          || (key.revision() == ours.revision() && key.version() > ours.version()));
              if (theirsIsNewer) {
                var copy =
                    new ProducerRecord<>(
                        it.topic(), it.partition(), it.key(), it.value(), it.headers());
                again.add(
                    new Sent(it.key(), key.revision(), key.version(), tools.template().send(copy)));
              }
            }));
    tools.template().flush();
    again.forEach(Emitting::acknowledged);
  }
}
