package syndication.ingest.store;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.normalise.Decided;
import syndication.ingest.normalise.Outcome;
import syndication.ingest.submission.Submission;

/// The accounts of one piece of work: each submission is received once and decided once, by its
/// receipt; the counts are entered together at the end.
final class Accounts {

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final Map<String, Map<Outcome, Long>> counts = new TreeMap<>();
  private final Map<String, ItemIdRecord> observed = new TreeMap<>();

  Accounts(JdbcClient jdbc, StoredJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void receive(Collection<Submission> submissions) {
    List<Submission> all = List.copyOf(submissions);
    jdbc.sql(
            """
            insert into submissions (receipt_id, submission_id, source_id, channel, command,
              outcome, trace_id, received_at)
            select receipt_id, submission_id, source_id, channel, command, 'ACCEPTED', trace_id,
              received_at
            from unnest(:receipts::text[], :submissions::text[], :sources::text[],
                :channels::text[], :commands::text[], :traces::text[], :times::timestamptz[])
              as it (receipt_id, submission_id, source_id, channel, command, trace_id, received_at)
            on conflict do nothing
            returning source_id
            """)
        .param("receipts", array(all.stream().map(Submission::receiptId).toList()))
        .param("submissions", array(all.stream().map(Submission::submissionId).toList()))
        .param("sources", array(all.stream().map(Submission::sourceId).toList()))
        .param("channels", array(all.stream().map(it -> it.channel().name()).toList()))
        .param("commands", array(all.stream().map(it -> it.command().name()).toList()))
        .param("traces", array(all.stream().map(Submission::traceId).toList()))
        .param("times", array(all.stream().map(it -> it.receivedAt().toString()).toList()))
        .query((row, _) -> Columns.text(row, "source_id"))
        .list()
        // ACCEPTED stands for the count of all that was received.
        .forEach(it -> count(it, Outcome.ACCEPTED, 1));
  }

  Outcome outcomeOf(String receiptId) {
    return jdbc.sql("select outcome from submissions where receipt_id = :id")
        .param("id", receiptId)
        .query(String.class)
        .optional()
        .map(Outcome::valueOf)
        .orElseThrow(() -> new IllegalStateException("receipt " + receiptId + " was not received"));
  }

  void decide(Decided it, Instant now) {
    jdbc.sql(
            """
            with before as (select receipt_id, outcome from submissions
                            where receipt_id = :receipt and outcome in ('ACCEPTED', 'HELD')
                            for update)
            update submissions s set outcome = :outcome,
              article_id = coalesce(:article, s.article_id), revision = :revision, rule = :rule,
              reason = :reason, position = :position, identity = :identity, decided_at = :now
            from before where s.receipt_id = before.receipt_id
            returning s.source_id, before.outcome as outcome_before
            """)
        .param("receipt", it.receiptId())
        .param("outcome", it.outcome().name())
        .param("article", it.articleId(), Types.VARCHAR)
        .param("revision", it.revision(), Types.BIGINT)
        .param("rule", it.rule())
        .param("reason", storable(it.reason()))
        .param("position", storable(it.position()), Types.VARCHAR)
        .param("identity", json.of(it.identity()))
        .param("now", Timestamp.from(now))
        .query((row, _) ->
            Map.entry(
                Columns.text(row, "source_id"),
                Outcome.valueOf(Columns.text(row, "outcome_before"))))
        .optional()
        .ifPresent(before -> {
          if (before.getValue() == Outcome.HELD) {
            count(before.getKey(), Outcome.HELD, -1);
          }
          count(before.getKey(), it.outcome(), 1);
        });
  }

  void observe(String sourceId, ItemIdRecord it) {
    observed.merge(sourceId, it, ItemIdRecord::plus);
  }

  /// What this piece of work has observed and not entered yet.
  ItemIdRecord observed(String sourceId) {
    return observed.getOrDefault(sourceId, ItemIdRecord.EMPTY);
  }

  void flush() {
    counts.forEach(this::enter);
    observed.forEach(this::enter);
  }

  /// PostgreSQL's text holds every character but this one.
  static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }

  private void count(String sourceId, Outcome outcome, long by) {
    counts
        .computeIfAbsent(sourceId, _ -> new EnumMap<>(Outcome.class))
        .merge(outcome, by, Long::sum);
  }

  private void enter(String sourceId, Map<Outcome, Long> by) {
    jdbc.sql(
            """
            insert into source_counts as c
              (source_id, received, published, unchanged, quarantined, rejected, held)
            values (:source, :received, :published, :unchanged, :quarantined, :rejected, :held)
            on conflict (source_id) do update set received = c.received + excluded.received,
              published = c.published + excluded.published,
              unchanged = c.unchanged + excluded.unchanged,
              quarantined = c.quarantined + excluded.quarantined,
              rejected = c.rejected + excluded.rejected, held = c.held + excluded.held
            """)
        .param("source", sourceId)
        .param("received", by.getOrDefault(Outcome.ACCEPTED, 0L))
        .param("published", by.getOrDefault(Outcome.PUBLISHED, 0L))
        .param("unchanged", by.getOrDefault(Outcome.UNCHANGED, 0L))
        .param("quarantined", by.getOrDefault(Outcome.QUARANTINED, 0L))
        .param("rejected", by.getOrDefault(Outcome.REJECTED, 0L))
        .param("held", by.getOrDefault(Outcome.HELD, 0L))
        .update();
  }

  private void enter(String sourceId, ItemIdRecord it) {
    jdbc.sql(
            """
            insert into source_item_ids as i (source_id, seen, changed, reused)
            values (:source, :seen, :changed, :reused)
            on conflict (source_id) do update set seen = i.seen + excluded.seen,
              changed = i.changed + excluded.changed, reused = i.reused + excluded.reused
            """)
        .param("source", sourceId)
        .param("seen", it.seen())
        .param("changed", it.changed())
        .param("reused", it.reused())
        .update();
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }
}
