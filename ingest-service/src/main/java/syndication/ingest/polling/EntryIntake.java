package syndication.ingest.polling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.Unreadable;
import syndication.ingest.politeness.FeedEntries;
import syndication.ingest.politeness.FeedEntries.Seen;
import syndication.ingest.source.Accounts;
import syndication.ingest.source.Digests;
import syndication.ingest.source.Quarantine;
import syndication.ingest.source.ReceiptIds;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.ingest.source.SubmissionLog;
import syndication.schema.trace.Step;
import syndication.schema.trace.Traces;
import syndication.schema.wire.TraceContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SubmissionLog log;
  private final Quarantine quarantine;
  private final Accounts accounts;
  private final FeedEntries entries;
  private final FullText fullText;
  private final EntryCodec codec = new EntryCodec();
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

  @SuppressWarnings("ArrayRecordComponent")
  private record Item(Seen seen, Entry entry, byte[] json) {}

  /// Where a document came from.
  ///
  /// @param address it was read at
  /// @param feed as registered
  record Origin(Received.Road road, URI address, URI feed) {}

  Taken take(Source source, Feed document, Origin origin) {
    Instant now = clock.instant();
    String fetchId = receipts.next();
    Map<String, String> attributes =
        Map.of(
            Received.FETCH_ID,
            fetchId,
            Received.FEED_ADDRESS,
            origin.address().toString(),
            "feedRegistered",
            origin.feed().toString());
    List<Item> items = items(document);
    List<Seen> all = new ArrayList<>(items.stream().map(Item::seen).toList());
    List<Seen> unreadable = document.unreadable().stream().map(EntryIntake::seen).toList();
    all.addAll(unreadable);
    Map<String, String> known = entries.known(source.id(), all.stream().map(Seen::key).toList());

    List<Item> changed =
        items.stream()
            .filter(it -> !it.seen().content().equals(known.get(it.seen().key())))
            .toList();
    submit(source, changed, origin.road(), attributes, now);
    int quarantined = 0;
    for (int i = 0; i < unreadable.size(); i++) {
      Seen it = unreadable.get(i);
      if (!it.content().equals(known.get(it.key()))) {
        keep(source, document.unreadable().get(i), origin.road(), attributes, now);
        quarantined++;
      }
    }
    int unchanged = all.size() - changed.size() - quarantined;
    entries.seen(source.id(), distinct(all), now, now.minus(REMEMBERED));
    if (unchanged > 0) {
      accounts.unchanged(source.id(), unchanged);
    }
    Duration took = Duration.between(now, clock.instant());
    traces.tell(() -> poll(source, attributes, now, took));
    List<Item> fresh = changed.stream().filter(it -> !known.containsKey(it.seen().key())).toList();
    List<Instant> stated = new ArrayList<>();
    for (Item it : fresh) {
      Instant at = statedAt(it.entry());
      if (at != null) {
        stated.add(at);
      }
    }
    List<Instant> arrivals = new ArrayList<>(stated);
    if (stated.isEmpty() && !fresh.isEmpty()) {
      arrivals.add(now);
    }
    var counts = new Counts(changed.size(), fresh.size(), unchanged, quarantined);
    return new Taken(counts, arrivals, stated);
  }

  /// The visit, under which the entries it brought stand in the trace.
  private static Step poll(
      Source source, Map<String, String> attributes, Instant began, Duration took) {
    return new Step(
        "poll",
        Step.Kind.CLIENT,
        step(attributes),
        null,
        began,
        took,
        Map.of(
            "sourceId",
            source.id().value(),
            Received.FEED_ADDRESS,
            attributes.getOrDefault(Received.FEED_ADDRESS, "")),
        null);
  }

  private static TraceContext step(Map<String, String> attributes) {
    String fetchId = attributes.getOrDefault(Received.FETCH_ID, "");
    return TraceContext.of(fetchId, fetchId);
  }

  private void submit(
      Source source,
      List<Item> changed,
      Received.Road road,
      Map<String, String> attributes,
      Instant now) {
    List<Received> batch = new ArrayList<>();
    Instant pagesUntil = now.plus(PAGES_WITHIN);
    for (Item it : changed) {
      Optional<FullText.Page> page = page(source, it.entry(), pagesUntil);
      batch.add(submission(source, it, page, road, attributes, now));
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

  private Received submission(
      Source source,
      Item item,
      Optional<FullText.Page> page,
      Received.Road road,
      Map<String, String> attributes,
      Instant now) {
    Entry entry = item.entry();
    return new Received(
        receipts.next(),
        source.id(),
        page.isPresent() ? Received.Road.PAGE : road,
        Received.Action.PUBLISH,
        page.map(FullText.Page::contentType).orElse(EntryCodec.MEDIA_TYPE),
        page.map(FullText.Page::body).orElse(item.json()),
        entry.address(),
        blankToNull(entry.id()),
        now,
        statedAt(entry),
        null,
        null,
        attributes,
        step(attributes).traceId());
  }

  private void keep(
      Source source,
      Unreadable it,
      Received.Road road,
      Map<String, String> attributes,
      Instant now) {
    Received received =
        new Received(
            receipts.next(),
            source.id(),
            road,
            Received.Action.PUBLISH,
            "text/plain; charset=utf-8",
            it.snippet().getBytes(StandardCharsets.UTF_8),
            null,
            null,
            now,
            null,
            null,
            null,
            attributes,
            step(attributes).traceId());
    quarantine.keep(received, it.rule(), it.reason(), it.position().toString());
  }

  static @Nullable Instant statedAt(Entry entry) {
    return entry.dates().quality() == DateQuality.STATED ? entry.dates().effective() : null;
  }

  static boolean hasFullText(Entry entry) {
    return entry.contents().stream().anyMatch(it -> !it.isBlank());
  }

  // An item is known by its id and its address, as one of them may not be its own; and by its place
  // among those that share both.
  private List<Item> items(Feed document) {
    Map<String, Integer> times = new HashMap<>();
    List<Item> items = new ArrayList<>();
    for (Entry entry : document.entries()) {
      byte[] json = codec.toJson(entry);
      String name = entry.id() + "\n" + entry.address();
      if (entry.id() == null && entry.address() == null) {
        name = entry.title() == null ? hash(content(json)) : entry.title().value();
      }
      int time = times.getOrDefault(name, 0) + 1;
      times.put(name, time);
      String key = hash((name + "\n" + time).getBytes(StandardCharsets.UTF_8));
      items.add(new Item(new Seen(key, hash(content(json))), entry, json));
    }
    return items;
  }

  // What an entry says, without where it stood in the feed and when we saw it.
  private static byte[] content(byte[] json) {
    ObjectNode it = (ObjectNode) JSON.readTree(json);
    it.remove("position");
    if (it.get("dates") instanceof ObjectNode dates) {
      dates.remove("effective");
      dates.remove("quality");
    }
    it.remove("problems");
    return JSON.writeValueAsBytes(it);
  }

  private static Seen seen(Unreadable it) {
    String hash = hash((it.rule() + "\n" + it.snippet()).getBytes(StandardCharsets.UTF_8));
    return new Seen(hash, hash);
  }

  private static List<Seen> distinct(List<Seen> all) {
    Map<String, Seen> byKey = new HashMap<>();
    all.forEach(it -> byKey.put(it.key(), it));
    return List.copyOf(byKey.values());
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256(bytes));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
