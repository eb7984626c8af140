package syndication.publish.sitestore;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import syndication.publish.article.PublishedArticle;

/// The order in which articles changed: whoever reads on from the last number they saw misses none.
public final class Changes {

  private static final String SWEEP =
      """
      update site_change c set sequence = nextval('site_sequence'), changed_at = :now,
        due = (select min(at) from (values (a.visible_from), (a.visible_until)) times (at)
               where at > :now)
      from site_article a where a.article_id = c.article_id and c.due <= :now
      """;

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public Changes(JdbcClient database, TransactionOperations transactions, InstantSource clock) {
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Gives new numbers to articles whose embargo ended or that expired meanwhile: to a reader that
  /// is a change like any other.
  public void sweep() {
    Timestamp now = Timestamp.from(clock.instant());
    boolean due =
        database
            .sql("select exists (select 1 from site_change where due <= :now)")
            .param("now", now)
            .query(Boolean.class)
            .single();
    if (due) {
      transactions.executeWithoutResult(_ -> {
        database
            .sql("select pg_advisory_xact_lock(:lock)::text")
            .param("lock", SiteStore.SEQUENCE_LOCK)
            .query(Column::text)
            .single();
        database.sql(SWEEP).param("now", now).update();
      });
    }
  }

  /// What changed after a number, in order. Embargoed articles are left out; they get a new number
  /// when they may be seen.
  ///
  /// @param since leaves out what changed earlier, or `null`
  public List<Change> after(long sequence, @Nullable Instant since, int changesMax) {
    Instant now = clock.instant();
    return database
        .sql(
            """
            select c.sequence, c.changed_at, a.article, a.visible_from, a.visible_until
            from site_change c join site_article a on a.article_id = c.article_id
            where c.sequence > :sequence and c.changed_at >= :since
            order by c.sequence limit :limit
            """)
        .param("sequence", sequence)
        .param("since", Timestamp.from(since == null ? Instant.EPOCH : since))
        .param("limit", changesMax)
        .query((row, _) ->
            new Change(
                row.getLong("sequence"),
                Column.time(row, "changed_at"),
                FoundArticle.of(
                    ArticleJson.article(Column.text(row, "article")),
                    Column.timeIfAny(row, "visible_from"),
                    Column.timeIfAny(row, "visible_until"),
                    now)))
        .list();
  }

  /// The number of the newest change, 0 when there is none.
  public long newest() {
    return Optional.ofNullable(
            database
                .sql("select max(sequence) from site_change")
                .query(Long.class)
                .optional()
                .orElse(null))
        .orElse(0L);
  }

  /// @param sequence grows with every change of any article
  public record Change(long sequence, Instant changedAt, FoundArticle found) {

    /// The article as it is now.
    public PublishedArticle article() {
      return found.article();
    }
  }
}
