package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
