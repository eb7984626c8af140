package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds that repeat a beginning without an end: reading takes time by their length, not by its
/// square.
class HostileFeedsTest {

  private static final int CHARS = 400_000;

  /// Linear reading takes a few tenths of a second, square hours.
  private static final Duration MAX = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--",
        "<!--x>",
        "<![CDATA[",
        "<a><![CDATA[x</a>",
        "<?",
        "<?x>",
        "<!x",
        "<!DOCTYPE[>",
        "<a ",
        "<a b=\"",
        "<a b=\"x\" ",
        "<a x=\"<b\" ",
        "x=\"<b\" ",
        "</a",
        "<a>",
        "<item>",
        "<item><title>&lt;",
        "&",
        "&amp;",
        "&#1;",
        "<script>",
        "</script",
        "\u0001",
        "'\"",
        "<a xmlns:b='c'>",
        "<category>x</category>",
        "<pubDate>x</pubDate>",
      })
  void areReadInTimeByTheirLength(String piece) {
    String pieces = piece.repeat(CHARS / piece.length());
    String escaped = pieces.replace("&", "&amp;").replace("<", "&lt;");

    read("<rss version='2.0'><channel>" + pieces);
    read("<rss version='2.0'><channel><item>" + pieces + "</item></channel></rss>");
    read("<rss><channel><item><description>" + escaped + "</description></item></channel></rss>");
    read("{\"items\":[{\"content_html\":\"" + pieces);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "{\"a\":", "{},", "\"", "{\"id\":\"},", "\\"})
  void areReadInTimeByTheirLengthAsJson(String piece) {
    read("{\"version\":\"x\",\"items\":[" + piece.repeat(CHARS / piece.length()));
    read("{" + piece.repeat(CHARS / piece.length()));
  }

  private static void read(String feed) {
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    Feed read = new FeedReader().read(bytes, null, Fixtures.ADDRESS, Fixtures.RECEIVED);
    FeedLint.check(read);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX);
  }
}
