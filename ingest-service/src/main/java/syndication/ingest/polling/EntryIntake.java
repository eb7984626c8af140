package syndication.ingest.polling;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.Unreadable;
import syndication.ingest.politeness.FeedEntries;
import syndication.ingest.politeness.FeedEntries.Seen;
import syndication.ingest.source.Accounts;
import syndication.ingest.source.Quarantine;
import syndication.ingest.source.ReceiptIds;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.ingest.source.SubmissionLog;
import syndication.schema.trace.Traces;

/// Hands on the entries of a feed: new and changed ones to the log, unreadable ones to quarantine,
/// and of those that are as before only the number.
final class EntryIntake {

  static final Counts NONE = new Counts(0, 0, 0, 0);

  /// Entries written to the log at once, each of which has to be confirmed.
  private static final int APPENDED_AT_ONCE = 200;

  /// How long an entry is remembered after it has left its feed, in case it comes back.
  private static final Duration REMEMBERED = Duration.ofDays(60);

  /// Of one visit, so that it ends well before its lease; later entries keep their summary.
  private static final Duration PAGES_WITHIN = Duration.ofMinutes(1);

  private final SubmissionLog log;
  private final Quarantine quarantine;
  private final Accounts accounts;
  private final FeedEntries entries;
  private final FullText fullText;
  private final InstantSource clock;
  private final Traces traces;
  private final ReceiptIds receipts;

  EntryIntake(
      SubmissionLog log,
      Quarantine quarantine,
      Accounts accounts,
      FeedEntries entries,
      FullText fullText,
      InstantSource clock,
      RandomGenerator random,
      Traces traces) {
    this.log = log;
    this.quarantine = quarantine;
    this.accounts = accounts;
    this.entries = entries;
    this.fullText = fullText;
    this.clock = clock;
    this.traces = traces;
    this.receipts = new ReceiptIds(clock, random);
  }

  /// How many entries went where.
  ///
  /// @param fresh of the submitted, those that were not known before
  record Counts(int submitted, int fresh, int unchanged, int quarantined) {
    int all() {
      return submitted + unchanged + quarantined;
    }
  }

  /// @param arrivals when each new entry was published, or first seen
  /// @param stated of those, the moments that the feed itself states
  record Taken(Counts counts, List<Instant> arrivals, List<Instant> stated) {}

  /// Where a document came from.
  ///
  /// @param address it was read at
  /// @param feed as registered
  record Origin(Received.Road road, URI address, URI feed) {}

  Taken take(Source source, Feed document, Origin origin) {
    Instant now = clock.instant();
    var arrival = Arrival.of(source, origin, receipts.next(), now);
    List<FeedItem> items = FeedItem.of(document);
    List<Seen> unreadable = document.unreadable().stream().map(FeedItem::seen).toList();
    List<Seen> all = new ArrayList<>(items.stream().map(FeedItem::seen).toList());
    all.addAll(unreadable);
    Map<String, String> known = entries.known(source.id(), all.stream().map(Seen::key).toList());

    List<FeedItem> changed = items.stream().filter(it -> !isKnown(it.seen(), known)).toList();
    submit(arrival, changed);
    int quarantined = 0;
    for (int i = 0; i < unreadable.size(); i++) {
      if (!isKnown(unreadable.get(i), known)) {
        Unreadable it = document.unreadable().get(i);
        Received received = arrival.received(receipts.next(), it);
        quarantine.keep(received, it.rule(), it.reason(), it.position().toString());
        quarantined++;
      }
    }
    int unchanged = all.size() - changed.size() - quarantined;
    entries.seen(source.id(), distinct(all), now, now.minus(REMEMBERED));
    if (unchanged > 0) {
      accounts.unchanged(source.id(), unchanged);
    }
    Duration took = Duration.between(now, clock.instant());
    traces.tell(() -> arrival.step(took));
    List<FeedItem> fresh =
        changed.stream().filter(it -> !known.containsKey(it.seen().key())).toList();
    var counts = new Counts(changed.size(), fresh.size(), unchanged, quarantined);
    return taken(counts, fresh, now);
  }

  private static boolean isKnown(Seen it, Map<String, String> known) {
    return it.content().equals(known.get(it.key()));
  }

  private static Taken taken(Counts counts, List<FeedItem> fresh, Instant now) {
    List<Instant> stated = new ArrayList<>();
    for (FeedItem it : fresh) {
      Instant at = FeedItem.statedAt(it.entry());
      if (at != null) {
        stated.add(at);
      }
    }
    List<Instant> arrivals = new ArrayList<>(stated);
    if (stated.isEmpty() && !fresh.isEmpty()) {
      arrivals.add(now);
    }
    return new Taken(counts, arrivals, stated);
  }

  private void submit(Arrival arrival, List<FeedItem> changed) {
    List<Received> batch = new ArrayList<>();
    Instant pagesUntil = arrival.began().plus(PAGES_WITHIN);
    for (FeedItem it : changed) {
      Optional<FullText.Page> page = page(arrival.source(), it.entry(), pagesUntil);
      batch.add(arrival.received(receipts.next(), it, page));
      if (batch.size() == APPENDED_AT_ONCE) {
        log.append(batch);
        batch = new ArrayList<>();
      }
    }
    if (!batch.isEmpty()) {
      log.append(batch);
    }
  }

  private Optional<FullText.Page> page(Source source, Entry entry, Instant until) {
    URI link = entry.address();
    boolean wanted = source.poll().fullText() && !hasFullText(entry);
    return wanted && link != null && clock.instant().isBefore(until)
        ? fullText.fetch(link)
        : Optional.empty();
  }

  static boolean hasFullText(Entry entry) {
    return entry.contents().stream().anyMatch(it -> !it.isBlank());
  }

  private static List<Seen> distinct(List<Seen> all) {
    Map<String, Seen> byKey = new HashMap<>();
    all.forEach(it -> byKey.put(it.key(), it));
    return List.copyOf(byKey.values());
  }
}
