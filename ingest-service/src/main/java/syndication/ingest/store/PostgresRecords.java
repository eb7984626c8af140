package syndication.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.identity.IdentityPolicy;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.normalise.Records;
import syndication.ingest.revision.Revision;

/// The look-ups in PostgreSQL.
public final class PostgresRecords implements Records {

  /// Rows of one kind in a trace: more would not be read.
  private static final int TRACE_ROWS_MAX = 200;

  private final JdbcClient jdbc;
  private final StoredJson json = new StoredJson();

  public PostgresRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<SubmissionRecord> submission(String receiptId) {
    return jdbc.sql("select * from submissions where receipt_id = :id")
        .param("id", receiptId)
        .query(this::submissionRow)
        .optional();
  }

  @Override
  public List<SourceCounts> counts() {
    return jdbc.sql(
            """
            select c.*, (select count(*) from submissions s
                         where s.source_id = c.source_id and s.outcome = 'ACCEPTED') pending,
              s.kind, i.seen, i.changed, i.reused
            from source_counts c left join sources s on s.id = c.source_id
            left join source_item_ids i using (source_id) order by c.source_id
            """)
        .query((row, _) ->
            new SourceCounts(
                Columns.text(row, "source_id"),
                row.getLong("received"),
                row.getLong("published"),
                row.getLong("unchanged"),
                row.getLong("quarantined"),
                row.getLong("rejected"),
                row.getLong("held"),
                row.getLong("pending"),
                policy(row)))
        .list();
  }

  @Override
  public List<QuarantineRecord> quarantine(
      @Nullable String sourceId, @Nullable String rule, @Nullable String after, int limit) {
    return jdbc.sql(
            """
            select quarantine_id, submission_id, source_id, content_type,
              coalesce(length(body), 0) as bytes, address, item_id, rule, reason, position,
              received_at, quarantined_at, retried_at
            from quarantine q
            where (:source::text is null or source_id = :source)
              and (:rule::text is null or rule = :rule)
              and (:after::text is null or (quarantined_at, quarantine_id) <
                   (select quarantined_at, quarantine_id from quarantine where quarantine_id = :after))
            order by quarantined_at desc, quarantine_id desc limit :limit
            """)
        .param("source", sourceId, Types.VARCHAR)
        .param("rule", rule, Types.VARCHAR)
        .param("after", after, Types.VARCHAR)
        .param("limit", limit)
        .query((row, _) ->
            new QuarantineRecord(
                Columns.text(row, "quarantine_id"),
                Columns.text(row, "submission_id"),
                Columns.text(row, "source_id"),
                Columns.text(row, "content_type"),
                row.getInt("bytes"),
                row.getString("address"),
                row.getString("item_id"),
                Columns.text(row, "rule"),
                Columns.text(row, "reason"),
                row.getString("position"),
                Columns.time(row, "received_at"),
                Columns.time(row, "quarantined_at"),
                Columns.timeIfAny(row, "retried_at")))
        .list();
  }

  @Override
  public Optional<Quarantined> quarantined(String quarantineId) {
    return QuarantineRows.find(jdbc, json, quarantineId);
  }

  @Override
  public void retried(String quarantineId, Instant now) {
    jdbc.sql("update quarantine set retried_at = :now where quarantine_id = :id")
        .param("now", Timestamp.from(now))
        .param("id", quarantineId)
        .update();
  }

  @Override
  public Optional<ArticleTrace> article(String articleId) {
    return jdbc.sql("select * from articles where article_id = :article")
        .param("article", articleId)
        .query((row, _) -> trace(row))
        .optional();
  }

  @Override
  public Explanation explain(String sourceId, @Nullable String article, int limit) {
    List<Explained> articles =
        jdbc.sql(
                """
                select article_id, title from articles
                where source_id = :source and (:article::text is null or article_id = :article)
                order by seen_at desc, article_id limit :limit
                """)
            .param("source", sourceId)
            .param("article", article, Types.VARCHAR)
            .param("limit", limit)
            .query((row, _) ->
                new Explained(
                    Columns.text(row, "article_id"),
                    row.getString("title"),
                    names(Columns.text(row, "article_id")),
                    submissions(Columns.text(row, "article_id")).stream()
                        .flatMap(it -> it.identity().stream())
                        .distinct()
                        .toList()))
            .list();
    return jdbc.sql(
            """
            select s.kind, i.seen, i.changed, i.reused from (select :source::text as id) asked
            left join sources s on s.id = asked.id
            left join source_item_ids i on i.source_id = asked.id
            """)
        .param("source", sourceId)
        .query((row, _) ->
            new Explanation(
                sourceId,
                policy(row).words(),
                row.getLong("seen"),
                row.getLong("changed"),
                row.getLong("reused"),
                articles))
        .single();
  }

  // A source of the API names its articles itself; what a feed says is believed as long as it is
  // true.
  private static IdentityPolicy policy(ResultSet row) throws SQLException {
    return new ItemIdRecord(row.getLong("seen"), row.getLong("changed"), row.getLong("reused"))
        .policy("API".equals(row.getString("kind")));
  }

  private ArticleTrace trace(ResultSet row) throws SQLException {
    String articleId = Columns.text(row, "article_id");
    return new ArticleTrace(
        articleId,
        Columns.text(row, "source_id"),
        Columns.text(row, "standing").toLowerCase(java.util.Locale.ROOT),
        row.getLong("revision"),
        row.getString("title"),
        Columns.timeIfAny(row, "due_at"),
        names(articleId),
        submissions(articleId),
        revisions(articleId));
  }

  private List<Name> names(String articleId) {
    return jdbc.sql(
            """
            select kind, shown, first_seen_at from identity_keys
            where article_id = :article and shown <> '' order by kind, first_seen_at limit :limit
            """)
        .param("article", articleId)
        .param("limit", TRACE_ROWS_MAX)
        .query((row, _) ->
            new Name(
                IdentityKey.Kind.ofRank(row.getInt("kind")).words(),
                Columns.text(row, "shown"),
                Columns.time(row, "first_seen_at")))
        .list();
  }

  private List<SubmissionRecord> submissions(String articleId) {
    return jdbc.sql(
            """
            select * from submissions where article_id = :article
            order by received_at desc, receipt_id limit :limit
            """)
        .param("article", articleId)
        .param("limit", TRACE_ROWS_MAX)
        .query(this::submissionRow)
        .list();
  }

  private SubmissionRecord submissionRow(ResultSet row, int number) throws SQLException {
    long revision = row.getLong("revision");
    Long published = row.wasNull() ? null : revision;
    return new SubmissionRecord(
        Columns.text(row, "receipt_id"),
        Columns.text(row, "submission_id"),
        Columns.text(row, "source_id"),
        Columns.text(row, "outcome").toLowerCase(java.util.Locale.ROOT),
        row.getString("article_id"),
        published,
        row.getString("reason"),
        row.getString("rule"),
        row.getString("position"),
        json.lines(row.getString("identity")),
        Columns.time(row, "received_at"),
        Columns.timeIfAny(row, "decided_at"));
  }

  private List<RevisionRecord> revisions(String articleId) {
    return jdbc.sql(
            """
            select r.*, s.trace_id, s.received_at from revisions r
            left join submissions s using (receipt_id)
            where r.article_id = :article order by r.revision desc limit :limit
            """)
        .param("article", articleId)
        .param("limit", TRACE_ROWS_MAX)
        .query(this::revisionRow)
        .list();
  }

  private RevisionRecord revisionRow(ResultSet row, int number) throws SQLException {
    String stored = row.getString("state");
    Revision revision = stored == null ? null : json.revision(stored);
    ParsedArticle article = revision == null ? null : revision.article();
    Instant made = Columns.time(row, "made_at");
    return new RevisionRecord(
        row.getLong("revision"),
        Columns.text(row, "kind"),
        Columns.text(row, "significance"),
        article == null ? null : article.title(),
        Columns.text(row, "receipt_id"),
        Objects.requireNonNullElse(row.getString("trace_id"), ""),
        Objects.requireNonNullElse(Columns.timeIfAny(row, "received_at"), made),
        made,
        revision == null ? null : revision.correctionNote(),
        revision == null ? null : revision.withdrawalReason(),
        revision == null ? null : revision.provenance().clusterId(),
        json.lines(row.getString("identity")),
        json.lines(row.getString("diff")),
        article == null
            ? List.of()
            : article.removed().stream().map(it -> new Cut(it.rule(), it.text())).toList(),
        article == null ? List.of() : article.warnings());
  }
}
