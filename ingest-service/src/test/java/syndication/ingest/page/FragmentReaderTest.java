package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import syndication.ingest.article.Block;
import syndication.ingest.article.ParsedArticle.Attribution;

class FragmentReaderTest {

  private static final URI BASE = URI.create("https://news.example/2026/03/bridge");
  private static final String STORY =
      "<p>The Harbour Bridge will close on Monday for six weeks while engineers replace the cables"
          + " that have carried it since 1931, the council said.</p>";

  private final FragmentReader reader = new FragmentReader();

  @Test
  void keepsEveryParagraphOfAPlainStory() {
    var fragment = reader.read(STORY + "<p>Drivers will use the crossing at Mill Lane.</p>", BASE);

    assertThat(fragment.body().blocks()).hasSize(2);
    assertThat(fragment.removed()).isEmpty();
    assertThat(fragment.warnings()).isEmpty();
  }

  @Test
  void takesTheOriginFromAppearedFirst() {
    var fragment =
        reader.read(
            STORY
                + "<p>The post <a href=\"https://origin.example/bridge\">Bridge closes</a> appeared"
                + " first on <a href=\"https://origin.example\">North Coast News</a>.</p>",
            BASE);

    assertThat(fragment.body().blocks()).hasSize(1);
    assertThat(fragment.attribution())
        .isEqualTo(
            new Attribution(
                "North Coast News", URI.create("https://origin.example/bridge"), null, null));
  }

  @Test
  void warnsWhenTheSourceLinkLeadsNowhere() {
    var fragment = reader.read(STORY + "<p>Source link</p>", BASE);

    assertThat(fragment.attribution()).isNull();
    assertThat(fragment.warnings()).singleElement().asString().contains("without an address");
  }

  @Test
  void takesTheAddressOfASourceLink() {
    var fragment =
        reader.read(STORY + "<p><a href=\"https://origin.example/a\">Source link</a></p>", BASE);

    assertThat(fragment.attribution())
        .isEqualTo(new Attribution(null, URI.create("https://origin.example/a"), null, null));
    assertThat(fragment.warnings()).isEmpty();
  }

  @Test
  void makesAnAssociationOfAReadMoreLine() {
    var fragment =
        reader.read(
            STORY + "<p>READ MORE: <a href=\"/ferry\">Ferry timetable to double</a></p>", BASE);

    assertThat(fragment.related()).hasSize(1);
    assertThat(fragment.related().getFirst().headline()).isEqualTo("Ferry timetable to double");
    assertThat(fragment.related().getFirst().address())
        .isEqualTo(URI.create("https://news.example/ferry"));
  }

  @Test
  void dropsTrackingPixelsAndKeepsPicturesWithTheirCaption() {
    var fragment =
        reader.read(
            STORY
                + "<figure><img src=\"/bridge.jpg\" alt=\"The bridge\"><figcaption>Seen from the"
                + " north</figcaption></figure><img src=\"https://t.example/p.gif\" width=1"
                + " height=1>",
            BASE);

    assertThat(fragment.body().blocks().getLast())
        .isEqualTo(
            new Block.Figure(
                URI.create("https://news.example/bridge.jpg"),
                "The bridge",
                "Seen from the north",
                null));
    assertThat(fragment.media()).hasSize(1);
  }

  @Test
  void keepsSafeInlineMarkupOnly() {
    var fragment =
        reader.read(
            "<p onclick=\"x()\">A <b>bold</b> <a href=\"javascript:alert(1)\">word</a> and <a"
                + " href=\"/more\">a link</a> &lt;script&gt;</p><script>alert(1)</script>",
            BASE);

    assertThat(fragment.body().html())
        .isEqualTo(
            "<p>A <b>bold</b> word and <a href=\"https://news.example/more\">a link</a>"
                + " &lt;script&gt;</p>\n");
  }

  @Test
  void takesCleaningBackThatWouldLeaveNothing() {
    var fragment = reader.read("<p>Advertisement</p>", BASE);

    assertThat(fragment.body().text()).isEqualTo("Advertisement");
    assertThat(fragment.warnings()).hasSize(1);
  }
}
