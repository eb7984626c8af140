package syndication.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.identity.KnownArticle;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.normalise.Decided;
import syndication.ingest.normalise.Ledger;
import syndication.ingest.normalise.Notice;
import syndication.ingest.normalise.Outcome;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.normalise.Sighting;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Revision;
import syndication.ingest.submission.Submission;

/// One piece of work in PostgreSQL, within the transaction of its thread.
final class PostgresWork implements Ledger.Work {

  /// Articles that a submission is compared with, strongest agreement first.
  private static final int KNOWN_MAX = 20;

  /// Keys of one article that are compared, newest first: ids that change at every fetch pile up.
  private static final int KEYS_OF_ARTICLE_MAX = 200;

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final Accounts accounts;

  PostgresWork(JdbcClient jdbc, StoredJson json) {
    this.jdbc = jdbc;
    this.json = json;
    this.accounts = new Accounts(jdbc, json);
  }

  /// Enters the counts, last of all, because every piece of work on a source meets at them.
  void finish() {
    accounts.flush();
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
    return jdbc.sql(
            "select article_id from submissions where receipt_id = :id and article_id is not null")
        .param("id", receiptId)
        .query(String.class)
        .optional();
  }

  @Override
  public void lock(Collection<IdentityKey> keys) {
    Long[] names =
        keys.stream()
            .filter(it -> strong(it.kind()))
            .map(it -> it.value().getMostSignificantBits())
            .sorted()
            .distinct()
            .toArray(Long[]::new);
    // In order, so that two pieces of work never wait for each other.
    jdbc.sql("select count(pg_advisory_xact_lock(it)) from unnest(:names::bigint[]) it")
        .param("names", names)
        .query(Long.class)
        .single();
  }

  private static boolean strong(IdentityKey.Kind kind) {
    return switch (kind) {
      case ADDRESS, ITEM, ORIGIN, CONTENT -> true;
      case PATH, NUMBER, TITLE -> false;
    };
  }

  @Override
  public List<KnownArticle> known(Collection<IdentityKey> keys) {
    return jdbc.sql(
            """
            select a.*, found.strength, found.agreeing
            from (select article_id, min(kind) strength, count(*) agreeing
                  from identity_keys where value = any(:values) group by article_id) found
            join articles a using (article_id)
            order by found.strength, found.agreeing desc, a.seen_at desc, a.article_id
            limit :limit
            """)
        .param("values", keys.stream().map(IdentityKey::value).toArray(UUID[]::new))
        .param("limit", KNOWN_MAX)
        .query(this::knownRow)
        .list();
  }

  private KnownArticle knownRow(ResultSet row, int number) throws SQLException {
    byte[] signature = row.getBytes("signature");
    String articleId = Columns.text(row, "article_id");
    return new KnownArticle(
        articleId,
        Columns.text(row, "source_id"),
        row.getString("item_id"),
        row.getString("fetch_id"),
        row.getString("title"),
        Columns.text(row, "content_hash"),
        signature == null ? null : Signature.ofBytes(signature, row.getInt("shingles"), new int[0]),
        Columns.time(row, "seen_at"),
        keysOf(articleId));
  }

  private List<IdentityKey> keysOf(String articleId) {
    return jdbc.sql(
            """
            select kind, value, shown from identity_keys where article_id = :article
            order by first_seen_at desc, value limit :limit
            """)
        .param("article", articleId)
        .param("limit", KEYS_OF_ARTICLE_MAX)
        .query((row, _) ->
            new IdentityKey(
                IdentityKey.Kind.ofRank(row.getInt("kind")),
                UUID.fromString(Columns.text(row, "value")),
                Columns.text(row, "shown")))
        .list();
  }

  @Override
  public boolean exists(String articleId) {
    return jdbc.sql("select exists (select 1 from articles where article_id = :article)")
        .param("article", articleId)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<ArticleState> article(String articleId) {
    return jdbc.sql("select state from articles where article_id = :article for update")
        .param("article", articleId)
        .query(String.class)
        .optional()
        .map(json::state);
  }

  @Override
  public void save(ArticleState state, @Nullable Sighting sighting) {
    Instant due = state.due();
    jdbc.sql(
            """
            insert into articles (article_id, source_id, standing, revision, state, due_at, seen_at)
            values (:article, :source, :standing, :revision, :state, :due, :seen)
            on conflict (article_id) do update set source_id = excluded.source_id,
              standing = excluded.standing, revision = excluded.revision, state = excluded.state,
              due_at = excluded.due_at
            """)
        .param("article", state.articleId())
        .param("source", state.sourceId())
        .param("standing", state.standing().name())
        .param("revision", state.revision())
        .param("state", json.of(state))
        .param("due", due == null ? null : Timestamp.from(due), Types.TIMESTAMP)
        .param("seen", Timestamp.from(state.last().receivedAt()))
        .update();
    if (sighting != null) {
      saw(state.articleId(), sighting);
    }
  }

  private void saw(String articleId, Sighting it) {
    Signature signature = it.signature();
    jdbc.sql(
            """
            update articles set item_id = :item, fetch_id = :fetch, title = :title,
              content_hash = :hash, signature = :signature, shingles = :shingles, seen_at = :seen
            where article_id = :article
            """)
        .param("item", it.itemId(), Types.VARCHAR)
        .param("fetch", it.fetch(), Types.VARCHAR)
        .param("title", it.title(), Types.VARCHAR)
        .param("hash", it.contentHash())
        .param("signature", signature == null ? null : signature.toBytes(), Types.BINARY)
        .param("shingles", signature == null ? 0 : signature.shingles())
        .param("seen", Timestamp.from(it.seenAt()))
        .param("article", articleId)
        .update();
  }

  @Override
  public void addKeys(String articleId, Collection<IdentityKey> keys, Instant now) {
    List<IdentityKey> all = List.copyOf(keys);
    jdbc.sql(
            """
            insert into identity_keys (kind, value, article_id, shown, first_seen_at)
            select kind, value, :article, shown, :now
            from unnest(:kinds::smallint[], :values::uuid[], :shown::text[])
              as it (kind, value, shown)
            on conflict do nothing
            """)
        .param("article", articleId)
        .param("now", Timestamp.from(now))
        .param("kinds", all.stream().map(it -> (short) it.kind().rank()).toArray(Short[]::new))
        .param("values", all.stream().map(IdentityKey::value).toArray(UUID[]::new))
        .param("shown", all.stream().map(IdentityKey::shown).toArray(String[]::new))
        .update();
  }

  @Override
  public ItemIdRecord itemIds(String sourceId) {
    return jdbc.sql("select seen, changed, reused from source_item_ids where source_id = :source")
        .param("source", sourceId)
        .query((row, _) -> new ItemIdRecord(row.getLong(1), row.getLong(2), row.getLong(3)))
        .optional()
        .map(it -> it.plus(accounts.observed(sourceId)))
        .orElseGet(() -> accounts.observed(sourceId));
  }

  @Override
  public void observe(String sourceId, ItemIdRecord observed) {
    accounts.observe(sourceId, observed);
  }

  @Override
  public void addRevision(Revision it, List<String> diff, List<String> identity) {
    jdbc.sql(
            """
            insert into revisions (article_id, revision, kind, significance, content_hash,
              receipt_id, made_at, state, diff, identity)
            values (:article, :revision, :kind, :significance, :hash, :receipt, :made, :state,
              :diff, :identity)
            """)
        .param("article", it.articleId())
        .param("revision", it.number())
        .param("kind", it.kind().name())
        .param("significance", it.significance().name())
        .param("hash", it.contentHash())
        .param("receipt", it.provenance().receiptId())
        .param("made", Timestamp.from(it.made()))
        .param("state", json.of(it))
        .param("diff", json.of(diff))
        .param("identity", json.of(identity))
        .update();
  }

  @Override
  public boolean hadContent(String articleId, String contentHash) {
    return jdbc.sql(
            """
            select exists (select 1 from revisions
                           where article_id = :article and content_hash = :hash)
            """)
        .param("article", articleId)
        .param("hash", contentHash)
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<NearDuplicatePolicy.Member> similar(String sourceId, Signature signature, int limit) {
    return Signatures.similar(jdbc, sourceId, signature, limit);
  }

  @Override
  public void addSignature(
      String articleId, String sourceId, String clusterId, Signature signature, Instant now) {
    Signatures.add(jdbc, articleId, sourceId, clusterId, signature, now);
  }

  @Override
  public void quarantine(Quarantined it) {
    Submission submission = it.submission();
    Instant stated = submission.statedAt();
    jdbc.sql(
            """
            insert into quarantine (quarantine_id, submission_id, source_id, channel, command,
              content_type, body, address, item_id, note, attributes, trace_id, rule, reason,
              position, received_at, stated_at, quarantined_at)
            values (:id, :submission, :source, :channel, :command, :type, :body, :address, :item,
              :note, :attributes, :trace, :rule, :reason, :position, :received, :stated, :at)
            on conflict do nothing
            """)
        .param("id", it.quarantineId())
        .param("submission", submission.submissionId())
        .param("source", submission.sourceId())
        .param("channel", submission.channel().name())
        .param("command", submission.command().name())
        .param("type", Accounts.storable(submission.contentType()))
        .param("body", submission.body().bytes())
        .param(
            "address",
            submission.address() == null ? null : submission.address().toString(),
            Types.VARCHAR)
        .param("item", Accounts.storable(submission.itemId()), Types.VARCHAR)
        .param("note", Accounts.storable(submission.note()), Types.VARCHAR)
        .param("attributes", json.of(submission.attributes()))
        .param("trace", submission.traceId())
        .param("rule", it.rule())
        .param("reason", Accounts.storable(it.reason()))
        .param("position", Accounts.storable(it.position()), Types.VARCHAR)
        .param("received", Timestamp.from(submission.receivedAt()))
        .param("stated", stated == null ? null : Timestamp.from(stated), Types.TIMESTAMP)
        .param("at", Timestamp.from(it.quarantinedAt()))
        .update();
  }

  @Override
  public void decide(Decided decided, Instant now) {
    accounts.decide(decided, now);
  }

  @Override
  public void notify(Notice notice, Instant now) {
    NoticeKind.Row row = NoticeKind.row(notice);
    jdbc.sql(
            """
            insert into outbox (lane, kind, name, revision, created_at)
            values (:lane, :kind, :name, :revision, :now)
            """)
        .param("lane", notice.lane())
        .param("kind", row.kind().name())
        .param("name", row.name())
        .param("revision", row.revision())
        .param("now", Timestamp.from(now))
        .update();
  }

  @Override
  public List<String> submissionsOf(String articleId) {
    return jdbc.sql(
            "select distinct submission_id from submissions where article_id = :article order by 1")
        .param("article", articleId)
        .query((row, _) -> Columns.text(row, "submission_id"))
        .list();
  }

  @Override
  public void erase(String articleId, Collection<String> submissionIds) {
    Erasure.of(jdbc, articleId, new ArrayList<>(submissionIds));
  }

  @Override
  public List<ArticleState> due(Instant now, int limit) {
    return jdbc.sql(
            """
            select state from articles where due_at <= :now
            order by due_at limit :limit for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, _) -> json.state(Columns.text(row, "state")))
        .list();
  }

  @Override
  public int forgetBefore(Instant before, int limit) {
    return Erasure.forgetBefore(jdbc, before, limit);
  }
}
