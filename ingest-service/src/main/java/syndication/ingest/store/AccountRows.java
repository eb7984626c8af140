package syndication.ingest.store;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.normalise.Decided;
import syndication.ingest.normalise.Outcome;
import syndication.ingest.submission.Submission;

/// The accounts of one piece of work: each submission is received once and decided once, by its
/// receipt. What was read is remembered, what is decided is written together at the end.
final class AccountRows {

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Map<Outcome, Long>> counts = new TreeMap<>();
  private final Map<String, ItemIdRecord> observed = new TreeMap<>();
  private final Map<String, ItemIdRecord> itemIds = new TreeMap<>();

  AccountRows(JdbcClient jdbc, StoredJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// One submission as it stands within this piece of work.
  private static final class Row {
    private final String sourceId;
    private final @Nullable Submission fresh;
    private Outcome outcome;
    private @Nullable String articleId;
    private @Nullable Decided decided;
    private @Nullable Instant decidedAt;

    Row(String sourceId, Outcome outcome, @Nullable String articleId, @Nullable Submission fresh) {
      this.sourceId = sourceId;
      this.outcome = outcome;
      this.articleId = articleId;
      this.fresh = fresh;
    }
  }

  void load(Collection<String> receiptIds) {
    jdbc.sql(
            """
            select receipt_id, source_id, outcome, article_id from submissions
            where receipt_id = any(:receipts) order by receipt_id for update
            """)
        .param("receipts", receiptIds.toArray(String[]::new))
        .query((row, _) ->
            Map.entry(
                Columns.text(row, "receipt_id"),
                new Row(
                    Columns.text(row, "source_id"),
                    Outcome.valueOf(Columns.text(row, "outcome")),
                    row.getString("article_id"),
                    null)))
        .list()
        .forEach(it -> rows.putIfAbsent(it.getKey(), it.getValue()));
  }

  /// @param submissions that [#load] was asked for
  void receive(Collection<Submission> submissions) {
    for (Submission it : submissions) {
      if (!rows.containsKey(it.receiptId())) {
        rows.put(it.receiptId(), new Row(it.sourceId(), Outcome.ACCEPTED, null, it));
        // ACCEPTED stands for the count of all that was received.
        count(it.sourceId(), Outcome.ACCEPTED, 1);
      }
    }
  }

  Outcome outcomeOf(String receiptId) {
    return row(receiptId)
        .orElseThrow(() -> new IllegalStateException("receipt " + receiptId + " was not received"))
        .outcome;
  }

  Optional<String> articleOf(String receiptId) {
    return row(receiptId).map(it -> it.articleId);
  }

  void decide(Decided it, Instant now) {
    Optional<Row> found = row(it.receiptId());
    if (found.isEmpty()) {
      return;
    }
    Row row = found.get();
    switch (row.outcome) {
      case ACCEPTED -> {}
      case HELD -> count(row.sourceId, Outcome.HELD, -1);
      case PUBLISHED, UNCHANGED, QUARANTINED, REJECTED -> {
        return;
      }
    }
    count(row.sourceId, it.outcome(), 1);
    row.outcome = it.outcome();
    row.articleId = it.articleId() == null ? row.articleId : it.articleId();
    row.decided = it;
    row.decidedAt = now;
  }

  ItemIdRecord itemIds(String sourceId) {
    ItemIdRecord stored = itemIds.computeIfAbsent(sourceId, this::storedItemIds);
    return stored.plus(observed.getOrDefault(sourceId, ItemIdRecord.EMPTY));
  }

  void observe(String sourceId, ItemIdRecord it) {
    observed.merge(sourceId, it, ItemIdRecord::plus);
  }

  /// Writes the submissions; the counts come last, with [#flushCounts].
  void flush() {
    List<Map.Entry<String, Row>> decided =
        rows.entrySet().stream().filter(it -> it.getValue().decided != null).toList();
    insert(decided.stream().map(Map.Entry::getValue).filter(it -> it.fresh != null).toList());
    update(decided.stream().filter(it -> it.getValue().fresh == null).toList());
    decided.forEach(it -> rows.put(it.getKey(), written(it.getValue())));
  }

  void flushCounts() {
    if (!counts.isEmpty()) {
      enterCounts();
    }
    if (!observed.isEmpty()) {
      enterItemIds();
    }
    counts.clear();
    observed.clear();
    itemIds.clear();
  }

  private static Row written(Row it) {
    return new Row(it.sourceId, it.outcome, it.articleId, null);
  }

  private Optional<Row> row(String receiptId) {
    if (!rows.containsKey(receiptId)) {
      load(List.of(receiptId));
    }
    return Optional.ofNullable(rows.get(receiptId));
  }

  private ItemIdRecord storedItemIds(String sourceId) {
    return jdbc.sql("select seen, changed, reused from source_item_ids where source_id = :source")
        .param("source", sourceId)
        .query((row, _) -> new ItemIdRecord(row.getLong(1), row.getLong(2), row.getLong(3)))
        .optional()
        .orElse(ItemIdRecord.EMPTY);
  }

  private void insert(List<Row> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    for (Row row : fresh) {
      Submission it = Objects.requireNonNull(row.fresh);
      all.text("receipts", it.receiptId())
          .text("submissions", it.submissionId())
          .text("sources", it.sourceId())
          .text("channels", it.channel().name())
          .text("commands", it.command().name())
          .text("traces", it.traceId())
          .time("received", it.receivedAt());
      decision(all, row);
    }
    all.bind(
            jdbc.sql(
                """
                insert into submissions (receipt_id, submission_id, source_id, channel, command,
                  trace_id, received_at, outcome, article_id, revision, rule, reason, position,
                  identity, decided_at)
                select * from unnest(:receipts::text[], :submissions::text[], :sources::text[],
                  :channels::text[], :commands::text[], :traces::text[], :received::timestamptz[],
                  :outcomes::text[], :articles::text[], :revisions::bigint[], :rules::text[],
                  :reasons::text[], :positions::text[], :identities::text[],
                  :decided::timestamptz[])
                """))
        .update();
  }

  private void update(List<Map.Entry<String, Row>> known) {
    if (known.isEmpty()) {
      return;
    }
    var all = new RowArrays();
    for (Map.Entry<String, Row> it : known) {
      all.text("receipts", it.getKey());
      decision(all, it.getValue());
    }
    all.bind(
            jdbc.sql(
                """
                update submissions s set outcome = it.outcome,
                  article_id = coalesce(it.article_id, s.article_id), revision = it.revision,
                  rule = it.rule, reason = it.reason, position = it.position,
                  identity = it.identity, decided_at = it.decided_at
                from unnest(:receipts::text[], :outcomes::text[], :articles::text[],
                    :revisions::bigint[], :rules::text[], :reasons::text[], :positions::text[],
                    :identities::text[], :decided::timestamptz[])
                  as it (receipt_id, outcome, article_id, revision, rule, reason, position,
                    identity, decided_at)
                where s.receipt_id = it.receipt_id
                """))
        .update();
  }

  private void decision(RowArrays all, Row row) {
    Decided it = Objects.requireNonNull(row.decided);
    all.text("outcomes", it.outcome().name())
        .text("articles", row.articleId)
        .number("revisions", it.revision())
        .text("rules", it.rule())
        .text("reasons", storable(it.reason()))
        .text("positions", storable(it.position()))
        .text("identities", json.of(it.identity()))
        .time("decided", row.decidedAt);
  }

  // In order of the sources, so that two pieces of work never wait for each other.
  private void enterCounts() {
    var all = new RowArrays();
    counts.forEach((sourceId, by) ->
        all.text("sources", sourceId)
            .number("received", by.getOrDefault(Outcome.ACCEPTED, 0L))
            .number("published", by.getOrDefault(Outcome.PUBLISHED, 0L))
            .number("unchanged", by.getOrDefault(Outcome.UNCHANGED, 0L))
            .number("quarantined", by.getOrDefault(Outcome.QUARANTINED, 0L))
            .number("rejected", by.getOrDefault(Outcome.REJECTED, 0L))
            .number("held", by.getOrDefault(Outcome.HELD, 0L)));
    all.bind(
            jdbc.sql(
                """
                insert into source_counts as c
                  (source_id, received, published, unchanged, quarantined, rejected, held)
                select * from unnest(:sources::text[], :received::bigint[], :published::bigint[],
                  :unchanged::bigint[], :quarantined::bigint[], :rejected::bigint[],
                  :held::bigint[])
                on conflict (source_id) do update set received = c.received + excluded.received,
                  published = c.published + excluded.published,
                  unchanged = c.unchanged + excluded.unchanged,
                  quarantined = c.quarantined + excluded.quarantined,
                  rejected = c.rejected + excluded.rejected, held = c.held + excluded.held
                """))
        .update();
  }

  private void enterItemIds() {
    var all = new RowArrays();
    observed.forEach((sourceId, it) ->
        all.text("sources", sourceId)
            .number("seen", it.seen())
            .number("changed", it.changed())
            .number("reused", it.reused()));
    all.bind(
            jdbc.sql(
                """
                insert into source_item_ids as i (source_id, seen, changed, reused)
                select * from unnest(:sources::text[], :seen::bigint[], :changed::bigint[],
                  :reused::bigint[])
                on conflict (source_id) do update set seen = i.seen + excluded.seen,
                  changed = i.changed + excluded.changed, reused = i.reused + excluded.reused
                """))
        .update();
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
}
