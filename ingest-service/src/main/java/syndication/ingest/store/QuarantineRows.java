package syndication.ingest.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.submission.Channel;
import syndication.ingest.submission.RawBytes;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.Submission;

/// Submissions that could not be read, with their bytes.
final class QuarantineRows {

  private QuarantineRows() {}

  static Optional<Quarantined> find(JdbcClient jdbc, StoredJson json, String quarantineId) {
    return jdbc.sql("select * from quarantine where quarantine_id = :id")
        .param("id", quarantineId)
        .query((row, _) -> quarantined(json, row))
        .optional();
  }

  private static Quarantined quarantined(StoredJson json, ResultSet row) throws SQLException {
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

  static void add(JdbcClient jdbc, StoredJson json, Quarantined it) {
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
        .param("type", AccountRows.storable(submission.contentType()))
        .param("body", submission.body().bytes())
        .param(
            "address",
            submission.address() == null ? null : submission.address().toString(),
            Types.VARCHAR)
        .param("item", AccountRows.storable(submission.itemId()), Types.VARCHAR)
        .param("note", AccountRows.storable(submission.note()), Types.VARCHAR)
        .param("attributes", json.of(submission.attributes()))
        .param("trace", submission.traceId())
        .param("rule", it.rule())
        .param("reason", AccountRows.storable(it.reason()))
        .param("position", AccountRows.storable(it.position()), Types.VARCHAR)
        .param("received", Timestamp.from(submission.receivedAt()))
        .param("stated", stated == null ? null : Timestamp.from(stated), Types.TIMESTAMP)
        .param("at", Timestamp.from(it.quarantinedAt()))
        .update();
  }
}
