package syndication.publish.sitehttp;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.site.SampleArticle.NOON;
import static syndication.publish.site.SampleArticle.article;
import static syndication.publish.sitehttp.RunningSite.path;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.publish.site.SampleArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SitePagesEdgeTest {

  private static RunningSite site;

  @BeforeAll
  static void start() {
    site = RunningSite.start();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void empty() {
    site.empty();
  }

  @Test
  void theFrontPageShowsTheNewestFirst() {
    site.publish(
        article("older").at(NOON),
        article("newest").at(NOON.plusSeconds(20)),
        article("newer").at(NOON.plusSeconds(10)));

    assertThat(headlines("/"))
        .containsExactly("Headline of newest", "Headline of newer", "Headline of older");
  }

  @Test
  void theFrontPageWithoutArticlesSaysWhatWillComeHere() {
    assertThat(site.page("/").select("#empty").text()).contains("No articles yet");
  }

  @Test
  void nearDuplicatesAreOneStoryThatNamesTheOtherSources() {
    site.publish(
        article("first").at(NOON),
        article("second")
            .at(NOON.plusSeconds(5))
            .source("bay-news", "Bay News")
            .sameStoryAs("first"),
        article("third").at(NOON.plusSeconds(9)).source("coast", "Coast").sameStoryAs("first"),
        article("other").at(NOON.plusSeconds(1)));

    Document front = site.page("/");

    assertThat(headlines("/")).containsExactly("Headline of other", "Headline of first");
    assertThat(front.select("article.card:has(.others) .others a").eachText())
        .containsExactly("Bay News", "Coast");
    assertThat(site.page(path(article("first"))).select("#also a").eachText())
        .containsExactly("Headline of second", "Headline of third");
  }

  @Test
  void aWithdrawnLeadLeavesTheStoryToTheNextSource() {
    SampleArticle first = article("first").at(NOON);
    site.publish(first, article("second").at(NOON.plusSeconds(5)).sameStoryAs("first"));

    site.publish(first.withdrawn(2, "KILL"));

    assertThat(headlines("/")).containsExactly("Headline of second");
  }

  @Test
  void anArticlePageCarriesAllThatTheArticleIs() {
    SampleArticle it =
        article("full")
            .headline("Ferry line to open in spring")
            .tagged("Ann Marlow", "Tidal Lines")
            .about("medtop:20000337", "Shipping");
    site.publish(it);

    Document page = site.page(path(it));

    assertThat(page.select("h1").text()).isEqualTo("Ferry line to open in spring");
    assertThat(page.select("#summary p").text()).isEqualTo("Summary of full.");
    assertThat(page.select("#body p").eachText())
        .containsExactly("First paragraph of full.", "Second paragraph.");
    assertThat(page.select("#tags a").eachAttr("href"))
        .containsExactly("/tags/ann-marlow", "/tags/tidal-lines");
    assertThat(page.select("article.story .kicker a").attr("href")).isEqualTo("/topics/20000337");
    assertThat(page.select("#origin a").attr("href"))
        .isEqualTo("https://harbour-post.example/full");
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://harbour-post.example/full");
    assertThat(page.select(".byline").text()).isEqualTo("By Ada Writer");
    assertThat(page.select("article.story time").attr("datetime"))
        .isEqualTo("2026-11-23T12:00:00Z");
    assertThat(page.select("meta[property=og:title]").attr("content"))
        .isEqualTo("Ferry line to open in spring");
    assertThat(page.text()).contains("3 min read");
  }

  @Test
  void anArticlePageSaysTheSameInJsonLd() {
    SampleArticle it =
        article("ld")
            .headline("Why </script><b>tags</b> fail & fall")
            .version(3, "CORRECTION")
            .note("The fare is 4, not 5.");
    site.publish(it);

    Document page = site.page(path(it));
    JsonNode data =
        JsonMapper.shared().readTree(page.select("script[type=application/ld+json]").html());

    assertThat(data.get("@type").asString()).isEqualTo("NewsArticle");
    assertThat(data.get("headline").asString()).isEqualTo("Why </script><b>tags</b> fail & fall");
    assertThat(data.get("isBasedOn").asString()).isEqualTo("https://harbour-post.example/ld");
    assertThat(data.get("correction").get("text").asString()).isEqualTo("The fare is 4, not 5.");
    assertThat(data.get("url").asString()).startsWith(RunningSite.BASE + "/articles/");
  }

  @Test
  void aCorrectionIsShownBeforeTheBodyWithTheTimeOfItsRevision() {
    SampleArticle first = article("c");
    site.publish(first);

    site.publish(first.version(2, "CORRECTION").note("An earlier text named the wrong pier."));

    Document page = site.page(path(first));
    Element correction = page.selectFirst("#correction");
    assertThat(correction).isNotNull();
    assertThat(correction.text()).isEqualTo("Correction An earlier text named the wrong pier.");
    assertThat(page.select("#correction ~ #body")).hasSize(1);
    assertThat(page.select("#revision").text()).contains("Revision 2").contains("12:02 UTC");
    assertThat(site.page("/").select(".flag").text()).isEqualTo("Corrected");
  }

  @Test
  void aWithdrawnArticleIsGoneFromEverywhere() {
    SampleArticle it =
        article("w")
            .headline("Quokka census stolen")
            .body("<p>The quokka ledger vanished.</p>")
            .tagged("Quokka Trust")
            .about("medtop:20000441", "Animals");
    site.publish(it, article("stays").tagged("Quokka Trust"));
    assertThat(site.get("/search?q=quokka").body()).contains("Quokka census stolen");

    site.publish(it.note("Withdrawn: the source was not genuine.").withdrawn(2, "KILL"));

    HttpResponse<String> gone = site.get(path(it));
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body())
        .contains("Withdrawn: the source was not genuine.")
        .contains("noindex")
        .doesNotContain("ledger");
    for (String list :
        List.of(
            "/",
            "/tags/quokka-trust",
            "/sources/harbour-post",
            "/languages/en",
            "/search?q=quokka",
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/tags/quokka-trust/feed.rss",
            "/sitemaps/0.xml",
            "/news-sitemap.xml",
            path(article("stays")))) {
      HttpResponse<String> answer = site.get(list);
      assertThat(answer.statusCode()).as(list).isEqualTo(200);
      assertThat(answer.body()).as(list).doesNotContain("census").doesNotContain("ledger");
    }
    assertThat(site.get("/topics/20000441").statusCode()).isEqualTo(404);
    assertThat(site.get("/api/articles").body())
        .contains("article.withdrawn")
        .doesNotContain("census")
        .doesNotContain("ledger");
  }

  @Test
  void aTakedownDoesNotEvenShowTheHeadline() {
    SampleArticle it = article("t").headline("Name that a court protects");
    site.publish(it);

    site.publish(it.withdrawn(2, "TAKEDOWN"));

    assertThat(site.get(path(it)).statusCode()).isEqualTo(410);
    assertThat(site.get(path(it)).body()).doesNotContain("court");
  }

  @Test
  void anEmbargoedArticleIsNowhereUntilItsTime() {
    SampleArticle it =
        article("e").headline("Budget figures").shown(site.now().plusSeconds(60), null);
    site.publish(it);
    assertThat(site.get(path(it)).statusCode()).isEqualTo(404);
    assertThat(headlines("/")).isEmpty();
    assertThat(site.get("/search?q=budget").body()).doesNotContain("Budget figures");
    assertThat(site.get("/api/articles").body()).doesNotContain("Budget");
    assertThat(site.get("/feed.json").body()).doesNotContain("Budget");

    site.later(Duration.ofSeconds(60));

    assertThat(site.get(path(it)).statusCode()).isEqualTo(200);
    assertThat(headlines("/")).containsExactly("Budget figures");
    assertThat(site.get("/api/articles").body()).contains("Budget figures");
  }

  @Test
  void anExpiredArticleIsGone() {
    SampleArticle it = article("x").shown(null, site.now().plusSeconds(60));
    site.publish(it);

    site.later(Duration.ofSeconds(60));

    assertThat(site.get(path(it)).statusCode()).isEqualTo(410);
    assertThat(headlines("/")).isEmpty();
  }

  @Test
  void anOldAddressLeadsToTheNewOne() {
    SampleArticle first = article("slug").headline("First words");
    site.publish(first);

    site.publish(first.version(2, "UPDATE").headline("Better words"));

    HttpResponse<String> moved = site.get(path(first));
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location"))
        .contains(path(first.headline("Better words")));
  }

  @Test
  void whatDoesNotExistGetsAPageThatHelps() {
    for (String path :
        List.of(
            "/articles/none-00000000000000000000",
            "/tags/none",
            "/nothing",
            "/?after=x",
            "/articles/%00")) {
      HttpResponse<String> answer = site.get(path, "Accept", "text/html");
      assertThat(answer.statusCode()).as(path).isIn(400, 404);
    }
    assertThat(site.get("/nothing", "Accept", "text/html").body()).contains("latest stories");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"https://x.example/a.png\" onerror=\"alert(1)\" style=\"x\">",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java&#10;script:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<svg onload=alert(1)><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
        "<style>@import 'https://evil.example/x.css';"
            + " body{background:url(javascript:alert(1))}</style>",
        "<div style=\"background:url(https://evil.example/?leak)\">x</div>",
        "<iframe src=\"https://evil.example\" srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"https://evil.example\"></object><embed src=\"https://evil.example\">",
        "<form action=\"https://evil.example\"><input name=q><button>go</button></form>",
        "<base href=\"https://evil.example/\"><meta http-equiv=refresh"
            + " content=\"0;url=//evil.example\">",
        "<link rel=stylesheet href=\"https://evil.example/x.css\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><script>alert(1)</script></template>",
        "<p onclick=\"alert(1)\" onmouseover=alert(1) id=content class=skip>x</p>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "</div></article></main><script>alert(1)</script>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<video src=\"https://evil.example/x.mp4\" onloadstart=alert(1) autoplay></video>"
      })
  void nothingInAHostileBodyCanRun(String hostile) {
    SampleArticle it =
        article("hostile")
            .headline(hostile)
            .summary(hostile)
            .note(hostile)
            .source("evil", hostile)
            .tagged(hostile)
            .about("medtop:1", hostile)
            .body("<p>before</p>" + hostile + "<p>after</p>");
    site.publish(it);

    for (String path : List.of(path(it), "/", "/search?q=before", "/sources/evil")) {
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      Document page = Jsoup.parse(answer.body(), RunningSite.BASE);
      assertThat(page.select("script:not([type=application/ld+json])")).as(path).isEmpty();
      assertThat(
              page.select(
                  "iframe, object, embed, svg, math, style, base, video, template, input"
                      + ":not(#q), meta[http-equiv]"))
          .as(path)
          .isEmpty();
      assertThat(page.select("form").eachAttr("action")).as(path).containsExactly("/search");
      for (Element element : page.getAllElements()) {
        element
            .attributes()
            .forEach(attribute -> {
              String name = attribute.getKey();
              String value = attribute.getValue().replaceAll("\\s", "").toLowerCase(Locale.ROOT);
              assertThat(name).as(path).doesNotStartWith("on").isNotEqualTo("style");
              if (name.equals("href") || name.equals("src")) {
                assertThat(value).as(path).doesNotStartWith("javascript:");
                assertThat(value).as(path).doesNotStartWith("data:");
              }
            });
      }
      assertThat(page.select("link[rel=stylesheet]")).as(path).hasSize(1);
      assertThat(page.select("#content")).as(path).hasSize(1);
    }
    assertThat(site.page(path(it)).select("#body").text()).contains("before").contains("after");
  }

  @Test
  void everyPageForbidsBrowsersToRunAnything() {
    HttpResponse<String> front = site.get("/");

    assertThat(front.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("script-src")
        .doesNotContain("unsafe");
    assertThat(front.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(front.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void headingsOfABodyFollowThePagesOwnWithoutALevelLeftOut() {
    SampleArticle it =
        article("h").body("<h1>One</h1><p>a</p><h4>Two</h4><p>b</p><h6>Three</h6><h1>Four</h1>");
    site.publish(it);

    assertThat(site.page(path(it)).select("#body h2, #body h3, #body h4"))
        .extracting(e -> e.tagName() + " " + e.text())
        .containsExactly("h2 One", "h3 Two", "h4 Three", "h2 Four");
  }

  @Test
  void linksAndImagesOfABodyLeadToTheOriginAndNeverOverPlainHttp() {
    SampleArticle it =
        article("links")
            .body(
                "<p><a href=\"/more?a=1&amp;b=2\">more</a> <a href=\"#note\">note</a></p><img"
                    + " src=\"/pier.jpg\" alt=\"The pier\"><img src=\"http://x.example/y.png\">");
    site.publish(it);

    Document page = site.page(path(it));

    assertThat(page.select("#body a").eachAttr("href"))
        .containsExactly("https://harbour-post.example/more?a=1&b=2");
    assertThat(page.select("#body img"))
        .singleElement()
        .satisfies(image -> {
          assertThat(image.attr("src")).isEqualTo("https://harbour-post.example/pier.jpg");
          assertThat(image.attr("loading")).isEqualTo("lazy");
          assertThat(image.attr("referrerpolicy")).isEqualTo("no-referrer");
          assertThat(image.attr("alt")).isEqualTo("The pier");
        });
  }

  @Test
  void theNavigationShowsBroadTopicsWhereThereAreAny() {
    site.publish(
        article("broad").about("medtop:06000000", "environment"),
        article("narrow").about("medtop:20000424", "environmental pollution"));
    // Past whatever another test has left in the cache.
    site.later(Duration.ofDays(400));

    assertThat(site.page("/").select("#topics a").eachText())
        .containsExactly("Latest", "environment");
  }

  @Test
  void rightToLeftLanguagesAreMarked() {
    SampleArticle it = article("rtl").language("ar").headline("افتتاح الخط الجديد");
    site.publish(it);

    Element story = site.page(path(it)).selectFirst("article.story");
    assertThat(story).isNotNull();
    assertThat(story.attr("lang")).isEqualTo("ar");
    assertThat(story.attr("dir")).isEqualTo("rtl");
    assertThat(site.page("/").select(".card .words").attr("dir")).isEqualTo("rtl");
    assertThat(story.select(".meta").attr("dir")).isEqualTo("ltr");
  }

  @ParameterizedTest
  @CsvSource({
    "en, The harbours were flooded, harbour",
    "de, Die Häfen wurden überflutet, Häfen",
    "fr, Les chevaux galopaient, galopait",
    "es, Los trenes llegaron tarde, tren",
    "ru, Поезда прибыли в город, поезд",
    "ar, وصلت القطارات إلى المدينة, المدينة",
    "zh, 渡轮航线将在春天开通, 航线",
    "ja, 新しい駅が春に開業する, 開業",
    "pl, Statki wróciły do portu, portu"
  })
  void searchFindsArticlesInTheirOwnLanguage(String language, String headline, String words) {
    site.publish(
        article("found").language(language).headline(headline), article("other").language("en"));

    Document page =
        site.page(
            "/search?q="
                + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8));

    assertThat(page.select("#results h2").eachText()).containsExactly(headline);
  }

  @Test
  void searchMarksWhatWasAskedForAndUnderstandsPhrasesAndMinus() {
    site.publish(
        article("one").body("<p>The council voted on the tidal barrage in a long meeting.</p>"),
        article("two").body("<p>A barrage of complaints about buses reached the council.</p>"));

    Document phrase = site.page("/search?q=%22tidal+barrage%22");
    Document minus = site.page("/search?q=barrage+-tidal");

    assertThat(phrase.select("#results mark").eachText()).contains("tidal", "barrage");
    assertThat(phrase.select("#results h2").eachText()).containsExactly("Headline of one");
    assertThat(minus.select("#results h2").eachText()).containsExactly("Headline of two");
    assertThat(site.page("/search?q=zeppelin").select("#empty").text()).contains("Nothing found");
    assertThat(site.page("/search").select("#empty").text()).contains("Type words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%27",
        "%22",
        "a%00b",
        "%26%7C%21",
        "%3Cscript%3E",
        "%5C",
        "(((",
        "-",
        "%EE%80%80"
      })
  void anyQuestionGetsAnAnswer(String words) {
    site.publish(article("a"));

    assertThat(site.get("/search?q=" + words).statusCode()).isEqualTo(200);
  }

  @Test
  void resultsPageAfterPageHoldEveryMatchOnce() {
    for (int i = 0; i < 45; i++) {
      site.publish(article("n" + i).headline("Lighthouse number " + i).at(NOON.plusSeconds(i)));
    }
    List<String> seen = new ArrayList<>();

    String path = "/search?q=lighthouse";
    while (!path.isEmpty()) {
      Document page = site.page(path);
      seen.addAll(page.select("#results h2").eachText());
      path = page.select("#pager a[rel=next]").attr("href");
    }

    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
  }

  @Test
  void anUnchangedPageIsNotSentAgain() {
    SampleArticle it = article("a");
    site.publish(it);
    site.later(Duration.ofSeconds(5));
    for (String path : List.of("/", path(it), "/feed.rss", "/feed.json", "/sitemap.xml")) {
      HttpResponse<String> first = site.get(path);
      String etag = first.headers().firstValue("ETag").orElseThrow();
      String modified = first.headers().firstValue("Last-Modified").orElseThrow();

      assertThat(site.get(path, "If-None-Match", etag).statusCode()).as(path).isEqualTo(304);
      assertThat(site.get(path, "If-Modified-Since", modified).statusCode())
          .as(path)
          .isEqualTo(304);
    }

    String before = site.get("/").headers().firstValue("ETag").orElseThrow();
    site.publish(it.withdrawn(2, "KILL"));

    assertThat(site.get("/", "If-None-Match", before).statusCode()).isEqualTo(200);
  }

  @Test
  void pagesAreCompressedForWhoeverAsks() {
    site.publish(article("a"));

    HttpResponse<String> answer = site.get("/", "Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void theArticlePageNamesStoriesThatShareItsTags() {
    site.publish(
        article("me").tagged("Ann Marlow", "Tidal Lines"),
        article("both").tagged("Ann Marlow", "Tidal Lines"),
        article("one").tagged("Ann Marlow"),
        article("none").tagged("Else"));

    assertThat(site.page(path(article("me"))).select("#related a").eachText())
        .containsExactly("Headline of both", "Headline of one");
  }

  @Test
  void pagesHaveTheLandmarksThatReadersWithoutEyesUse() {
    site.publish(article("a").tagged("Ann Marlow").about("medtop:1", "Topic"));
    for (String path : List.of("/", path(article("a")), "/search?q=first", "/tags/ann-marlow")) {
      Document page = site.page(path);

      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.select("h1")).as(path).hasSize(1);
      assertThat(page.select("main#content")).hasSize(1);
      assertThat(page.select("a.skip[href=#content]")).hasSize(1);
      assertThat(page.select("header#masthead, footer#footer")).hasSize(2);
      assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
      assertThat(page.select("input").eachAttr("id"))
          .allMatch(id -> !page.select("label[for=" + id + "]").isEmpty());
    }
  }

  private static List<String> headlines(String path) {
    return site.page(path).select("#stories h2").eachText();
  }
}
