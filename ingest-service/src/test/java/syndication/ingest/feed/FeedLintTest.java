package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedLintTest {

  private static List<String> rules(Feed feed) {
    return FeedLint.check(feed).stream().map(Finding::rule).toList();
  }

  @Test
  void findsNothingGraveInAGoodFeed() {
    assertThat(FeedLint.check(Fixtures.feed("rss20.xml")))
        .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR)
        .extracting(Finding::rule)
        .doesNotContain("feed.no-guid", "feed.no-date", "feed.no-self-link", "feed.no-language");
  }

  @Test
  void findsWhatIsMissing() {
    assertThat(rules(Fixtures.channel("<item><description>x</description></item>")))
        .contains(
            "feed.no-feed-title",
            "feed.no-home-page",
            "feed.no-self-link",
            "feed.no-language",
            "feed.no-guid",
            "feed.no-link",
            "feed.no-title",
            "feed.no-date");
  }

  @Test
  void findsWhatIsAmbiguousOrHarmful() {
    String item =
        "<item><title>&lt;b&gt;A&lt;/b&gt;</title><guid>same</guid><link>http://a.example/</link>"
            + "<pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate></item>";

    assertThat(rules(Fixtures.channel(item.repeat(4))))
        .contains("feed.duplicate-id", "feed.html-title", "feed.http-link", "feed.bumped-dates");
    String future = "<item><title>A</title><pubDate>2999-01-01</pubDate></item>";
    assertThat(rules(Fixtures.channel(future))).contains("feed.future-date");
  }

  @Test
  void findsAHubThatCannotWork() {
    String hub =
        "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\""
            + " href=\"http://hub.example/\"/>";

    assertThat(rules(Fixtures.channel(hub + "<item><title>A</title></item>")))
        .contains("feed.hub-without-self", "feed.hub-without-https")
        .doesNotContain("feed.no-hub");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:00:00, true",
    "24/11/2026 10:00, true",
    "'Tue, 24 Nov 2026 10:00:00', true",
    "2026-11-24T10:00:00Z, false",
    "2026-11-24T10:00:00+01:00, false",
    "'Tue, 24 Nov 2026 10:00:00 GMT', false",
    "2026-11-24, false",
  })
  void findsTimesWithoutAZone(String date, boolean found) {
    List<String> rules =
        rules(
            Fixtures.channel("<item><title>A</title><pubDate>%s</pubDate></item>".formatted(date)));

    assertThat(rules.contains("feed.no-time-zone")).isEqualTo(found);
  }

  @Test
  void whatIsNoFeedIsSaidToBeNone() {
    var reader = new FeedReader();
    Feed page =
        reader.read(
            "<html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8),
            null,
            null,
            Instant.EPOCH);

    assertThat(FeedLint.check(page))
        .singleElement()
        .satisfies(
            it -> assertThat(it.what()).isEqualTo("this is not a feed: a web page, not a feed"))
        .satisfies(it -> assertThat(it.advice()).contains("alternate"));
  }

  @Test
  void saysAFaultOfManyEntriesOnce() {
    Feed feed = Fixtures.channel("<item><title>A</title></item>".repeat(30));

    assertThat(FeedLint.check(feed))
        .filteredOn(finding -> finding.rule().equals("feed.no-guid"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.where()).endsWith("and 29 more"));
  }

  @Test
  void saysWhereAndWhatToDoAboutWhatIsNotWellFormed() {
    assertThat(FeedLint.check(Fixtures.feed("broken.xml")))
        .filteredOn(finding -> finding.rule().equals("feed.stray-ampersand"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.where()).startsWith("line 4, column 9"))
        .satisfies(finding -> assertThat(finding.advice()).contains("&amp;"));
  }
}
