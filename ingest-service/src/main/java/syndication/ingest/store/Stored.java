package syndication.ingest.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.revision.Revision;
import syndication.ingest.submission.Channel;
import syndication.ingest.submission.RawBytes;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.Submission;

/// Makes events from what is stored.
record Stored(JdbcClient jdbc, StoredJson json) {

  /// Names of one kind that an event carries: whoever needs more asks for the trace.
  private static final int NAMES_MAX = 100;

  Optional<Event.Revised> revised(String articleId, long revision) {
    return revision(articleId, revision)
        .map(it ->
            new Event.Revised(
                it,
                names(articleId, IdentityKey.Kind.ADDRESS),
                names(articleId, IdentityKey.Kind.ITEM)));
  }

  Optional<Event.Withdrawn> withdrawn(String articleId, long revision) {
    return revision(articleId, revision)
        .map(it -> new Event.Withdrawn(it, names(articleId, IdentityKey.Kind.ADDRESS)));
  }

  Optional<Event.SubmissionQuarantined> quarantined(String quarantineId) {
    return jdbc.sql("select * from quarantine where quarantine_id = :id")
        .param("id", quarantineId)
        .query((row, _) -> new Event.SubmissionQuarantined(quarantined(row)))
        .optional();
  }

  Quarantined quarantined(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    String address = row.getString("address");
    var submission =
        new Submission(
            Columns.text(row, "submission_id"),
            Columns.text(row, "quarantine_id"),
            Columns.text(row, "source_id"),
            Channel.valueOf(Columns.text(row, "channel")),
            SourceCommand.valueOf(Columns.text(row, "command")),
            Columns.text(row, "content_type"),
            body == null ? RawBytes.EMPTY : new RawBytes(body),
            address == null ? null : URI.create(address),
            row.getString("item_id"),
            Columns.time(row, "received_at"),
            Columns.timeIfAny(row, "stated_at"),
            row.getString("note"),
            json.attributes(Columns.text(row, "attributes")),
            Columns.text(row, "trace_id"));
    return new Quarantined(
        Columns.text(row, "quarantine_id"),
        submission,
        Columns.text(row, "rule"),
        Columns.text(row, "reason"),
        row.getString("position"),
        Columns.time(row, "quarantined_at"));
  }

  List<String> names(String articleId, IdentityKey.Kind kind) {
    return jdbc.sql(
            """
            select shown from identity_keys
            where article_id = :article and kind = :kind and shown <> ''
            order by first_seen_at, value limit :limit
            """)
        .param("article", articleId)
        .param("kind", kind.rank())
        .param("limit", NAMES_MAX)
        .query((row, _) -> Columns.text(row, "shown"))
        .list();
  }

  private Optional<Revision> revision(String articleId, long revision) {
    return jdbc.sql(
            """
            select state from revisions
            where article_id = :article and revision = :revision and state is not null
            """)
        .param("article", articleId)
        .param("revision", revision)
        .query(String.class)
        .optional()
        .map(json::revision);
  }
}
