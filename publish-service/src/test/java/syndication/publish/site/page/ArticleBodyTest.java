package syndication.publish.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBodyTest {

  private static final URI ORIGIN = URI.create("https://gazette.example/news/story");
  private static final Set<String> ADDRESSES = Set.of("href", "src", "cite");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script><p>Text</p>",
        "<p onclick=alert(1) onmouseover=\"alert(1)\">Text</p>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"https://gazette.example/a.jpg\" onload=alert(1)"
            + " srcset=\"javascript:alert(1)\">",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\" java\tscript:alert(1)\">a</a>",
        "<a href=\"&#106;avascript:alert(1)\">a</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
        "<a href=\"vbscript:msgbox(1)\">a</a>",
        "<iframe src=\"https://evil.example/\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"evil.swf\"></object><embed src=\"evil.swf\">",
        "<form action=\"https://evil.example/\"><input name=q autofocus onfocus=alert(1)></form>",
        "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<style>body{background:url(javascript:alert(1))}</style>",
        "<p style=\"position:fixed;inset:0;background:url(https://evil.example/)\">Text</p>",
        "<link rel=stylesheet href=\"https://evil.example/a.css\">",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
        "<base href=\"https://evil.example/\">",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
        "<p id=content class=masthead>Text</p>",
        "<p><a href=\"https://ok.example/\" target=_blank onclick=alert(1)>ok</a></p>",
        "<!--><script>alert(1)</script>-->",
        "<<script>script>alert(1)<</script>/script>",
        "<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt></p>",
        "<table background=\"javascript:alert(1)\"><tr><td onfocus=alert(1)>x</td></tr></table>",
        "<button formaction=\"javascript:alert(1)\">x</button>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1"
            + " onerror=alert(1)&gt;\"></table></mtext></math>",
      })
  void nothingInAHostileBodyCanRunOrLoadOrLeaveItsPlace(String hostile) {
    Element body = Jsoup.parseBodyFragment(ArticleBody.html(hostile, ORIGIN)).body();

    assertThat(
            body.select(
                "script, style, iframe, object, embed, form, input, button, svg, math, link, meta,"
                    + " base, template, noscript, video, audio, source, details"))
        .isEmpty();
    for (Element element : body.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        assertThat(name).doesNotStartWith("on").isNotIn("style", "id", "srcset", "target");
        if (ADDRESSES.contains(name)) {
          assertThat(attribute.getValue()).matches("(?i)(https?|mailto):.*");
        }
      }
    }
  }

  @Test
  void leavesOutACaptionWhosePictureCannotBeShown() {
    String html =
        ArticleBody.html(
            "<figure><img src=\"http://plain.example/a.jpg\"><figcaption>The bridge. Photo: <a"
                + " href=\"https://n.example/\">N. L.</a></figcaption></figure><p>Text.</p>",
            ORIGIN);

    assertThat(html).isEqualTo("<p>Text.</p>");
  }

  @Test
  void keepsACaptionWithItsPicture() {
    String html =
        ArticleBody.html(
            "<figure><img src=\"/a.jpg\" alt=\"Bridge\"><figcaption>The"
                + " bridge.</figcaption></figure>",
            ORIGIN);

    assertThat(html)
        .contains("src=\"https://gazette.example/a.jpg\"")
        .contains("<figcaption>The bridge.</figcaption>");
  }

  @Test
  void putsHeadingsBelowThePagesOwnWithoutLeavingOutALevel() {
    String html = ArticleBody.html("<h1>One</h1><h4>Two</h4><p>Text</p><h2>Three</h2>", ORIGIN);

    assertThat(html).isEqualTo("<h2>One</h2><h3>Two</h3><p>Text</p><h3>Three</h3>");
  }
}
