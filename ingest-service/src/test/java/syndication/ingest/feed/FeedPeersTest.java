package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rometools.rome.feed.synd.SyndFeed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import syndication.ingest.feed.FeedparserCorpus.Case;
import syndication.ingest.feed.FeedparserCorpus.Expected;

/// Our reader beside bare ROME: the same feeds, the same assertions, the same process. Prints the
/// table of `docs/benchmarks-feeds.md`.
@EnabledIfSystemProperty(named = "feed.peers", matches = "true", disabledReason = "measures peers")
class FeedPeersTest {

  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PASSES_TO_WARM_UP = 6;
  private static final int PASSES = 10;
  private static final int ENTRIES = 50;

  private static final class Count {
    int ours;
    int rome;
    int all;
    int oursInPlace;
    int romeInPlace;
    int inPlace;

    void add(Count other) {
      ours += other.ours;
      rome += other.rome;
      all += other.all;
      oursInPlace += other.oursInPlace;
      romeInPlace += other.romeInPlace;
      inPlace += other.inPlace;
    }
  }

  private record Document(byte[] bytes, @org.jspecify.annotations.Nullable String type) {}

  private final FeedReader reader = new FeedReader();
  private final Map<String, Count> table = new TreeMap<>();
  private final List<Document> readByBoth = new ArrayList<>();
  private int feeds;
  private int unreadableByRome;
  private int crashesOfRome;

  @Test
  void oursBesideRome() throws IOException {
    Optional<FeedparserCorpus> corpus = FeedparserCorpus.find();
    assumeTrue(corpus.isPresent(), "the feedparser corpus is not beside the repository");
    for (Case each : corpus.get().cases()) {
      check(each, corpus.get().bytes(each.file()));
    }
    List<Document> news = List.of(new Document(news(), "application/rss+xml; charset=utf-8"));

    String report =
        assertions()
            + cpu("feeds of the corpus that both read", readByBoth)
            + cpu("one news feed, %d entries with full text".formatted(ENTRIES), news);

    System.out.println(report);
    Path folder = Files.createDirectories(Path.of("target", "reports"));
    Files.writeString(folder.resolve("feed-peers.md"), report);
    Count all = all();
    assertThat(all.ours).isGreaterThan(all.rome);
  }

  private void check(Case each, byte[] bytes) {
    String type = each.headers().get("content-type");
    feeds++;
    Map<String, Object> ours =
        FeedparserView.of(reader.read(bytes, type, FeedparserAssertions.address(each), RECEIVED));
    Optional<SyndFeed> rome = Optional.empty();
    try {
      rome = RomeView.read(bytes, type);
    } catch (RuntimeException e) {
      crashesOfRome++;
    }
    if (rome.isPresent()) {
      readByBoth.add(new Document(bytes, type));
    } else {
      unreadableByRome++;
    }
    Map<String, Object> theirs = rome.map(RomeView::of).orElse(Map.of());
    Count count = table.computeIfAbsent(each.kind(), _ -> new Count());
    for (Expected expected : each.expected()) {
      if (FeedparserLeftOut.reason(each, expected) == null) {
        count(count, expected, ours, theirs);
      }
    }
  }

  private static void count(
      Count count, Expected expected, Map<String, Object> ours, Map<String, Object> theirs) {
    int weMeet = meets(ours, expected);
    int theyMeet = meets(theirs, expected);
    count.all++;
    count.ours += weMeet;
    count.rome += theyMeet;
    if (RomeView.hasPlaceFor(expected.path())) {
      count.inPlace++;
      count.oursInPlace += weMeet;
      count.romeInPlace += theyMeet;
    }
  }

  private static int meets(Map<String, Object> view, Expected expected) {
    boolean met =
        !view.isEmpty()
            && FeedparserAssertions.meets(
                FeedparserAssertions.find(view, expected.path()), expected);
    return met ? 1 : 0;
  }

  private Count all() {
    var all = new Count();
    table.values().forEach(all::add);
    return all;
  }

  private String assertions() {
    var report = new StringBuilder();
    report.append(
        "%d feeds; bare ROME gives up on %d of them, on %d with an exception it does not declare.%n%n"
            .formatted(feeds, unreadableByRome, crashesOfRome));
    report.append(
        "| assertions | all | ours | bare ROME | that ROME has a place for | ours | bare ROME |\n");
    report.append("|---|---|---|---|---|---|---|\n");
    table.forEach((kind, count) -> line(report, kind, count));
    line(report, "**all**", all());
    report.append("\n| CPU an entry | ours | bare ROME | ratio |\n|---|---|---|---|\n");
    return report.toString();
  }

  private static void line(StringBuilder report, String kind, Count it) {
    report.append(
        "| %s | %d | %s | %s | %d | %s | %s |%n"
            .formatted(
                kind,
                it.all,
                share(it.ours, it.all),
                share(it.rome, it.all),
                it.inPlace,
                share(it.oursInPlace, it.inPlace),
                share(it.romeInPlace, it.inPlace)));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "–" : "%.2f %%".formatted(100.0 * part / whole);
  }

  private String cpu(String what, List<Document> documents) {
    ToIntFunction<Document> ours =
        it -> reader.read(it.bytes(), it.type(), null, RECEIVED).entries().size();
    ToIntFunction<Document> rome =
        it -> RomeView.read(it.bytes(), it.type()).map(feed -> feed.getEntries().size()).orElse(0);
    double weNeed = microsAnEntry(documents, ours);
    double theyNeed = microsAnEntry(documents, rome);
    return "| %s | %.0f µs | %.0f µs | %.1f |%n"
        .formatted(what, weNeed, theyNeed, weNeed / theyNeed);
  }

  private static double microsAnEntry(List<Document> documents, ToIntFunction<Document> read) {
    // A single document is read as often as many are.
    int times = Math.max(1, 500 / documents.size());
    for (int i = 0; i < PASSES_TO_WARM_UP * times; i++) {
      var _ = documents.stream().mapToInt(read).sum();
    }
    long entries = 0;
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < PASSES * times; i++) {
      for (Document it : documents) {
        entries += read.applyAsInt(it);
      }
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1000.0 / entries;
  }

  private static byte[] news() {
    var items = new StringBuilder();
    for (int i = 0; i < ENTRIES; i++) {
      items.append(
          """
          <item><title>Harbour bridge opens, day %d</title><link>https://harbour.example/%d</link>
          <guid isPermaLink="false">harbour-%d</guid><pubDate>Tue, 24 Nov 2026 09:30:00 GMT</pubDate>
          <dc:creator>Ana Marsh</dc:creator><category>Harbour</category>
          <description>The bridge opened to traffic on Tuesday.</description>
          <content:encoded><![CDATA[%s]]></content:encoded></item>
          """
              .formatted(
                  i,
                  i,
                  i,
                  "<p>The harbour bridge <a href=\"/news\">opened</a> to traffic on Tuesday after <em>two years</em> of repairs &amp; delays.</p>"
                      .repeat(20)));
    }
    String xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
            + "<title>Harbour news</title><link>https://harbour.example/</link>"
            + "<description>News of the harbour</description>"
            + items
            + "</channel></rss>";
    return xml.getBytes(StandardCharsets.UTF_8);
  }
}
