package syndication.ingest.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
            row.getString("submission_id"),
            row.getString("quarantine_id"),
            row.getString("source_id"),
            Channel.valueOf(row.getString("channel")),
            SourceCommand.valueOf(row.getString("command")),
            row.getString("content_type"),
            body == null ? RawBytes.EMPTY : new RawBytes(body),
            address == null ? null : URI.create(address),
            row.getString("item_id"),
            row.getTimestamp("received_at").toInstant(),
            instant(row.getTimestamp("stated_at")),
            row.getString("note"),
            json.attributes(row.getString("attributes")),
            row.getString("trace_id"));
    return new Quarantined(
        row.getString("quarantine_id"),
        submission,
        row.getString("rule"),
        row.getString("reason"),
        row.getString("position"),
        row.getTimestamp("quarantined_at").toInstant());
  }

  List<String> names(String articleId, IdentityKey.Kind kind) {
    return jdbc.sql(
            """
            select shown from identity_keys
            where article_id = :article and kind = :kind and shown <> ''
            order by first_seen_at, value limit :limit
            """)
        .param("article", articleId)
        .param("kind", kind.ordinal())
        .param("limit", NAMES_MAX)
        .query(String.class)
        .list();
  }

  static @Nullable Instant instant(@Nullable Timestamp it) {
    return it == null ? null : it.toInstant();
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
