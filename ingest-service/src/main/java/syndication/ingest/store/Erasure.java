package syndication.ingest.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes stored text out of every table: at once for a takedown, and when its time is over. Ids and
/// addresses of a source often spell out a headline; what is kept of them is a hash.
final class Erasure {

  private Erasure() {}

  static void of(JdbcClient jdbc, String articleId, List<String> submissionIds) {
    for (String statement :
        List.of(
            """
            update articles set title = null, signature = null, shingles = 0, item_id = null,
              fetch_id = null
            where article_id = :article
            """,
            "update identity_keys set shown = '' where article_id = :article",
            """
            update revisions set state = null, diff = null, identity = null
            where article_id = :article
              and revision < (select revision from articles where article_id = :article)
            """,
            """
            update submissions set identity = null, reason = case when outcome = 'ACCEPTED'
              then reason else rule end where article_id = :article
            """,
            """
            delete from outbox where lane = :article
              and kind in ('REVISION', 'WITHDRAWAL')
              and revision < (select revision from articles where article_id = :article)
            """)) {
      jdbc.sql(statement).param("article", articleId).update();
    }
    jdbc.sql(
            """
            update quarantine set body = null, reason = rule, position = null, note = null,
              attributes = '{}', address = null, item_id = null where submission_id = any(:submissions)
            """)
        .param("submissions", submissionIds.toArray(String[]::new))
        .update();
  }

  static int forgetBefore(JdbcClient jdbc, Instant before, int limit) {
    int forgotten = 0;
    for (String statement :
        List.of(
            """
            delete from submissions where receipt_id in (
              select receipt_id from submissions
              where decided_at < :before and outcome not in ('ACCEPTED', 'HELD') limit :limit)
            """,
            """
            update revisions set state = null where (article_id, revision) in (
              select r.article_id, r.revision from revisions r join articles a using (article_id)
              where r.state is not null and r.made_at < :before and r.revision < a.revision
                and not exists (select 1 from outbox o where o.lane = r.article_id) limit :limit)
            """,
            """
            delete from sketches where article_id in (
              select article_id from sketches where made_at < :before limit :limit)
            """,
            """
            delete from quarantine where quarantine_id in (
              select quarantine_id from quarantine
              where quarantined_at < :before::timestamptz - interval '55 days' limit :limit)
            """)) {
      forgotten +=
          jdbc.sql(statement)
              .param("before", Timestamp.from(before))
              .param("limit", limit)
              .update();
    }
    return forgotten;
  }
}
