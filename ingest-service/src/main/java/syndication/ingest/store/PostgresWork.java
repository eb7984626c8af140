package syndication.ingest.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.identity.KnownArticle;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Sketch;
import syndication.ingest.normalise.Decided;
import syndication.ingest.normalise.Ledger;
import syndication.ingest.normalise.Notice;
import syndication.ingest.normalise.Outcome;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.normalise.Reach;
import syndication.ingest.normalise.Sighting;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.Submission;

/// One piece of work in PostgreSQL, within the transaction of its thread.
///
/// What it may touch is read together when it begins, what it changes is written together when it
/// ends, so that a hundred submissions cost as many statements as one. In between, later decisions
/// see what earlier ones changed.
final class PostgresWork implements Ledger.Work {

  /// Articles that a submission is compared with, strongest agreement first.
  private static final int KNOWN_MAX = 20;

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final AccountRows accounts;
  private final NameRows names;
  private final ArticleRows articles;
  private final RevisionRows revisions;
  private final SketchRows sketches;

  PostgresWork(JdbcClient jdbc, StoredJson json, SketchTable sketches) {
    this.jdbc = jdbc;
    this.json = json;
    this.accounts = new AccountRows(jdbc, json);
    this.names = new NameRows(jdbc);
    this.articles = new ArticleRows(jdbc, json);
    this.revisions = new RevisionRows(jdbc, json);
    this.sketches = new SketchRows(jdbc, sketches);
  }

  /// Writes everything; the counts last of all, because every piece of work on a source meets at
  /// them.
  void finish() {
    flush();
    accounts.flushCounts();
  }

  void committed() {
    sketches.committed();
  }

  private void flush() {
    articles.flush();
    names.flush();
    revisions.flush();
    sketches.flush();
    accounts.flush();
  }

  @Override
  public void begin(Reach reach) {
    lock(reach);
    accounts.load(reach.receiptIds());
    Collection<NameRows.Agreement> known = names.agreeing(reach.keys());
    Set<String> strong =
        known.stream()
            .filter(it -> strong(it.strongest()))
            .map(NameRows.Agreement::articleId)
            .collect(Collectors.toSet());
    articles.load(
        Stream.concat(
                known.stream().map(NameRows.Agreement::articleId), reach.articleIds().stream())
            .collect(Collectors.toSet()));
    articles.loadStates(strong);
  }

  private void lock(Reach reach) {
    Long[] locks =
        LongStream.concat(
                reach.keys().stream()
                    .filter(it -> strong(it.kind()))
                    .mapToLong(it -> it.value().getMostSignificantBits()),
                reach.receiptIds().stream().mapToLong(PostgresWork::lockOf))
            .sorted()
            .distinct()
            .boxed()
            .toArray(Long[]::new);
    // In order, so that two pieces of work never wait for each other.
    jdbc.sql("select count(pg_advisory_xact_lock(it)) from unnest(:locks::bigint[]) it")
        .param("locks", locks)
        .query(Long.class)
        .single();
  }

  private static long lockOf(String receiptId) {
    long hash = 0;
    for (int i = 0; i < receiptId.length(); i++) {
      hash = hash * 0x100000001B3L + receiptId.charAt(i);
    }
    return hash;
  }

  private static boolean strong(IdentityKey.Kind kind) {
    return switch (kind) {
      case ADDRESS, ITEM, ORIGIN, CONTENT -> true;
      case PATH, NUMBER, TITLE -> false;
    };
  }

  @Override
  public void receive(Collection<Submission> submissions, Instant now) {
    accounts.receive(submissions);
  }

  @Override
  public Outcome outcomeOf(String receiptId) {
    return accounts.outcomeOf(receiptId);
  }

  @Override
  public Optional<String> articleOf(String receiptId) {
    return accounts.articleOf(receiptId);
  }

  @Override
  public List<KnownArticle> known(Collection<IdentityKey> keys) {
    Collection<NameRows.Agreement> agreeing = names.agreeing(keys);
    articles.load(agreeing.stream().map(NameRows.Agreement::articleId).toList());
    return agreeing.stream()
        .flatMap(it -> known(it).stream())
        .sorted(
            Comparator.comparingInt((Known it) -> it.by().strongest().rank())
                .thenComparing(it -> it.by().agreeing(), Comparator.reverseOrder())
                .thenComparing(it -> it.article().seenAt(), Comparator.reverseOrder())
                .thenComparing(it -> it.article().articleId()))
        .limit(KNOWN_MAX)
        .map(Known::article)
        .toList();
  }

  private record Known(NameRows.Agreement by, KnownArticle article) {}

  private Optional<Known> known(NameRows.Agreement it) {
    return articles
        .seen(it.articleId())
        .map(seen -> {
          Sighting last = seen.sighting();
          return new Known(
              it,
              new KnownArticle(
                  it.articleId(),
                  seen.sourceId(),
                  last.itemId(),
                  last.fetch(),
                  last.title(),
                  last.contentHash(),
                  last.signature(),
                  last.seenAt(),
                  names.namesOf(it.articleId())));
        });
  }

  @Override
  public boolean exists(String articleId) {
    return articles.exists(articleId);
  }

  @Override
  public boolean usable(String articleId) {
    return articles.standing(articleId).filter(it -> it == Standing.USABLE).isPresent();
  }

  @Override
  public Optional<ArticleState> article(String articleId) {
    return articles.state(articleId);
  }

  @Override
  public void save(ArticleState state, @Nullable Sighting sighting) {
    articles.save(state, sighting);
  }

  @Override
  public void addKeys(String articleId, Collection<IdentityKey> keys, Instant now) {
    names.add(articleId, keys, now);
  }

  @Override
  public ItemIdRecord itemIds(String sourceId) {
    return accounts.itemIds(sourceId);
  }

  @Override
  public void observe(String sourceId, ItemIdRecord observed) {
    accounts.observe(sourceId, observed);
  }

  @Override
  public void addRevision(Revision it, List<String> diff, List<String> identity) {
    revisions.add(it, diff, identity);
  }

  @Override
  public boolean hadContent(String articleId, String contentHash) {
    return revisions.hadContent(articleId, contentHash);
  }

  @Override
  public List<NearDuplicatePolicy.Member> similar(String sourceId, Sketch sketch) {
    return sketches.similar(sourceId, sketch);
  }

  @Override
  public void addSketch(
      String articleId, String sourceId, String clusterId, Sketch sketch, Instant now) {
    sketches.add(articleId, sourceId, clusterId, sketch, now);
  }

  @Override
  public void removeSketch(String articleId) {
    sketches.remove(articleId);
  }

  @Override
  public void quarantine(Quarantined it) {
    QuarantineRows.add(jdbc, json, it);
  }

  @Override
  public void decide(Decided decided, Instant now) {
    accounts.decide(decided, now);
  }

  @Override
  public void notify(Notice notice, Instant now) {
    revisions.add(notice, now);
  }

  @Override
  public List<String> submissionsOf(String articleId) {
    flush();
    return jdbc.sql(
            "select distinct submission_id from submissions where article_id = :article order by 1")
        .param("article", articleId)
        .query((row, _) -> Columns.text(row, "submission_id"))
        .list();
  }

  @Override
  public void erase(String articleId, Collection<String> submissionIds) {
    flush();
    Erasure.of(jdbc, articleId, new ArrayList<>(submissionIds));
    articles.forget();
    names.forget();
  }

  @Override
  public List<ArticleState> due(Instant now, int limit) {
    return articles.due(now, limit);
  }

  @Override
  public int forgetBefore(Instant before, int limit) {
    return Erasure.forgetBefore(jdbc, before, limit);
  }
}
