package syndication.ingest.feed.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {

  private static final URI BASE = URI.create("https://a.example/dir/page");

  private static String clean(String html) {
    return HtmlCleaner.html(html, BASE).html();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<ScRiPt src=//e.example></sCrIpT x>",
        "<script>alert(1)",
        "<style>@import 'x'</style>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<meta http-equiv=refresh content=\"0;url=x\">",
        "<base href=\"https://e.example/\">",
        "<link rel=stylesheet href=x>",
      })
  void leavesNothingOfWhatRuns(String html) {
    assertThat(clean(html)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"\u0001javascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href='vbscript:x'>x</a>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><circle onload=alert(1)></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<p style=\"width:expression(alert(1))\">x</p>",
        "<form action=\"javascript:alert(1)\"><button formaction=\"javascript:alert(1)\">",
        "<img src=\"x\" srcset=\"javascript:alert(1) 2x\">",
      })
  void keepsNoHandlerAndNoAddressThatRuns(String html) {
    assertThat(clean(html))
        .doesNotContainIgnoringCase("alert")
        .doesNotContainIgnoringCase("script");
  }

  @Test
  void makesAddressesWhole() {
    assertThat(clean("<a href=\"../x?y=1&amp;z\">t</a><img src='/i.png'>"))
        .isEqualTo(
            "<a href=\"https://a.example/x?y=1&amp;z\">t</a><img src=\"https://a.example/i.png\""
                + " />");
  }

  @Test
  void keepsTextThatOnlyLooksLikeMarkup() {
    assertThat(clean("1 < 2 & 3 &amp; &eacute; &nope; <3"))
        .isEqualTo("1 &lt; 2 &amp; 3 &amp; &eacute; &amp;nope; &lt;3");
  }

  @Test
  void keepsTheAddressesOfPlayersItTakesOut() {
    Cleaned cleaned = HtmlCleaner.html("a<iframe src=\"/v/1\"></iframe>b", BASE);

    assertThat(cleaned.html()).isEqualTo("ab");
    assertThat(cleaned.embeds()).containsExactly(URI.create("https://a.example/v/1"));
    assertThat(cleaned.dropped()).containsExactly("iframe");
  }

  @Test
  void cleansWhatIsCleanToTheSame() {
    String once = clean("<p class=a>x <b>y</b><br>z &hellip; <img src=i.png alt='\"'></p>");

    assertThat(clean(once)).isEqualTo(once);
  }
}
