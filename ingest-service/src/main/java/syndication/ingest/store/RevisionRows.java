package syndication.ingest.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.normalise.Notice;
import syndication.ingest.revision.Revision;

/// The revisions that one piece of work makes, and the notices that are due for them.
final class RevisionRows {

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final List<Made> made = new ArrayList<>();
  private final List<Due> due = new ArrayList<>();

  RevisionRows(JdbcClient jdbc, StoredJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Made(Revision revision, List<String> diff, List<String> identity) {}

  private record Due(Notice notice, Instant at) {}

  void add(Revision revision, List<String> diff, List<String> identity) {
    made.add(new Made(revision, diff, identity));
  }

  void add(Notice notice, Instant now) {
    due.add(new Due(notice, now));
  }

  /// Whether a revision had this content.
  boolean hadContent(String articleId, String contentHash) {
    boolean here =
        made.stream()
            .map(Made::revision)
            .anyMatch(
                it -> it.articleId().equals(articleId) && it.contentHash().equals(contentHash));
    return here
        || jdbc.sql(
                """
                select exists (select 1 from revisions
                               where article_id = :article and content_hash = :hash)
                """)
            .param("article", articleId)
            .param("hash", contentHash)
            .query(Boolean.class)
            .single();
  }

  void flush() {
    insertRevisions();
    insertNotices();
    made.clear();
    due.clear();
  }

  private void insertRevisions() {
    if (made.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    for (Made it : made) {
      Revision revision = it.revision();
      all.text("articles", revision.articleId())
          .number("revisions", revision.number())
          .text("kinds", revision.kind().name())
          .text("significances", revision.significance().name())
          .text("hashes", revision.contentHash())
          .text("receipts", revision.provenance().receiptId())
          .time("made", revision.made())
          .text("states", json.of(revision))
          .text("diffs", json.of(it.diff()))
          .text("identities", json.of(it.identity()));
    }
    all.bind(
            jdbc.sql(
                """
                insert into revisions (article_id, revision, kind, significance, content_hash,
                  receipt_id, made_at, state, diff, identity)
                select * from unnest(:articles::text[], :revisions::bigint[], :kinds::text[],
                  :significances::text[], :hashes::text[], :receipts::text[], :made::timestamptz[],
                  :states::text[], :diffs::text[], :identities::text[])
                """))
        .update();
  }

  private void insertNotices() {
    if (due.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    for (Due it : due) {
      NoticeKind.Row row = NoticeKind.row(it.notice());
      all.text("lanes", it.notice().lane())
          .text("kinds", row.kind().name())
          .text("names", row.name())
          .number("revisions", row.revision())
          .time("times", it.at());
    }
    all.bind(
            jdbc.sql(
                """
                insert into outbox (lane, kind, name, revision, created_at)
                select lane, kind, name, revision, created_at
                from unnest(:lanes::text[], :kinds::text[], :names::text[], :revisions::bigint[],
                    :times::timestamptz[])
                  with ordinality as it (lane, kind, name, revision, created_at, place)
                order by place
                """))
        .update();
  }
}
