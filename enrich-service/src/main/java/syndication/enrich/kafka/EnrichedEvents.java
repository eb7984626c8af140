package syndication.enrich.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.enrich.enrichment.Enrichment;
import syndication.enrich.entity.StatedTags;
import syndication.enrich.summary.Summary;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.StageResult;
import syndication.schema.Tag;
import syndication.schema.TopicScore;

/// Makes enriched events.
public final class EnrichedEvents {

  /// The first enrichment of a revision.
  static final long FIRST = 1;

  /// IPTC's word for what a trained model made
  /// (<https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia>).
  private static final String BY_MODEL = "trainedAlgorithmicMedia";

  private EnrichedEvents() {}

  /// @param nanos how long each stage took
  public static ArticleEnriched of(
      ArticleRevised article, Enrichment it, Map<String, Long> nanos, Instant now) {
    return event(base(article, now), article, it, nanos);
  }

  /// A later enrichment of the revision that `former` has.
  ///
  /// @param replayId of the replay that wants it, or `null`
  public static ArticleEnriched again(
      ArticleEnriched former,
      Enrichment it,
      Map<String, Long> nanos,
      @Nullable String replayId,
      Instant now) {
    ArticleEnriched.Builder base =
        base(former.getArticle(), now)
            .setTraceId(former.getTraceId())
            .setEnrichmentVersion(former.getEnrichmentVersion() + 1)
            .setReplayId(replayId);
    return event(base, former.getArticle(), it, nanos);
  }

  private static ArticleEnriched event(
      ArticleEnriched.Builder base,
      ArticleRevised article,
      Enrichment it,
      Map<String, Long> nanos) {
    Summary summary = it.summary();
    ArticleEnriched event =
        base.setArticle(article)
            .setLanguage(it.language().language())
            .setLanguageConfidence(it.language().confidence())
            .setSummary(summary.text())
            .setTeaser(summary.teaser())
            .setSummaryMethod(
                summary.text() == null ? null : summary.method().name().toLowerCase(Locale.ROOT))
            .setDigitalSourceType(summary.method() == Summary.Method.MODEL ? BY_MODEL : null)
            .setTags(
                StatedTags.merge(StatedConcepts.of(article), it.tags()).stream()
                    .map(EnrichedEvents::tag)
                    .toList())
            .setTopics(
                it.topics().stream()
                    .map(topic -> new TopicScore(topic.code(), topic.label(), topic.confidence()))
                    .toList())
            .setKeyphrases(it.keyphrases())
            .setWordCount(it.wordCount())
            .setReadingTimeSeconds(it.readingTimeSeconds())
            .setStages(it.stages().stream().map(stage -> stage(stage, nanos)).toList())
            .build();
    return withHash(event);
  }

  /// A withdrawal, with nothing left to read.
  static ArticleEnriched withdrawn(ArticleRevised article, Instant now) {
    ArticleRevised bare = RevisedArticles.withoutContent(article);
    return withHash(
        base(article, now)
            .setArticle(bare)
            .setLanguage(article.getLanguage().orElse("und"))
            .setStages(List.of())
            .build());
  }

  private static ArticleEnriched.Builder base(ArticleRevised article, Instant now) {
    return ArticleEnriched.newBuilder()
        .setArticleId(article.getArticleId())
        .setRevision(article.getRevision())
        .setEnrichmentVersion(FIRST)
        .setEnrichedAt(now)
        .setTraceId(article.getProvenance().getTraceId())
        .setReplayId(article.getProvenance().getReplayId().orElse(null));
  }

  static ArticleEnriched withHash(ArticleEnriched event) {
    return ArticleEnriched.newBuilder(event).setContentHash(ContentHash.of(event)).build();
  }

  private static Tag tag(syndication.enrich.entity.Tag it) {
    return new Tag(
        it.type().word(), it.label(), it.id(), it.sameAs(), it.salience(), it.confidence());
  }

  private static StageResult stage(Enrichment.StageResult it, Map<String, Long> nanos) {
    long micros = nanos.getOrDefault(it.stage(), 0L) / 1_000;
    return new StageResult(it.stage(), it.version(), it.confidence(), micros);
  }
}
