package syndication.publish.sitehttp;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.site.SampleArticle.NOON;
import static syndication.publish.site.SampleArticle.article;
import static syndication.publish.sitehttp.RunningSite.path;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import syndication.publish.site.SampleArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SiteFeedsEdgeTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String AWKWARD = "Fish & \"chips\" <b>for</b> 5 €\u0001 ]]> 🐟";

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
  void rssCarriesTheArticleAndItsOrigin() {
    SampleArticle it =
        article("r").headline(AWKWARD).tagged("Ann Marlow").about("medtop:1", "Shipping");
    site.publish(it);

    Document feed = xml("/feed.rss");

    Element item = only(feed.getElementsByTagName("item"));
    assertThat(text(item, "title")).isEqualTo("Fish & \"chips\" <b>for</b> 5 € ]]> 🐟");
    assertThat(text(item, "guid")).isEqualTo("urn:uuid:r");
    assertThat(text(item, "link")).isEqualTo(RunningSite.BASE + path(it));
    assertThat(text(item, "dc:source")).isEqualTo("https://harbour-post.example/r");
    assertThat(text(item, "dc:publisher")).isEqualTo("The Harbour Post");
    assertThat(text(item, "dc:creator")).isEqualTo("Ada Writer");
    assertThat(text(item, "content:encoded")).contains("<p>Second paragraph.</p>");
    assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text(item, "pubDate"), Instant::from))
        .isEqualTo(NOON);
    assertThat(texts(item.getElementsByTagName("category")))
        .containsExactly("Shipping", "Ann Marlow");
  }

  @Test
  void atomNamesTheSourceOfEveryEntry() {
    site.publish(article("a").headline(AWKWARD), article("b").at(NOON.plusSeconds(9)));

    Document feed = xml("/feed.atom");

    assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo(ATOM);
    NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
    assertThat(entries.getLength()).isEqualTo(2);
    Element second = element(entries, 1);
    assertThat(text(second, "id")).isEqualTo("urn:uuid:a");
    assertThat(text(element(second.getElementsByTagNameNS(ATOM, "source"), 0), "title"))
        .isEqualTo("The Harbour Post");
    assertThat(links(second, "via")).containsExactly("https://harbour-post.example/a");
    assertThat(links(feed.getDocumentElement(), "self"))
        .containsExactly(RunningSite.BASE + "/feed.atom");
    assertThat(Instant.parse(text(feed.getDocumentElement(), "updated")))
        .isEqualTo(NOON.plusSeconds(9));
  }

  @Test
  void jsonFeedSaysTheSame() {
    SampleArticle it = article("j").headline(AWKWARD).picture("https://x.example/p.jpg", "Pier");
    site.publish(it);

    JsonNode feed = json("/feed.json");
    JsonNode item = feed.get("items").get(0);

    assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("feed_url").asString()).isEqualTo(RunningSite.BASE + "/feed.json");
    assertThat(item.get("id").asString()).isEqualTo("urn:uuid:j");
    assertThat(item.get("external_url").asString()).isEqualTo("https://harbour-post.example/j");
    assertThat(item.get("title").asString()).isEqualTo(AWKWARD);
    assertThat(item.get("content_html").asString()).contains("Second paragraph.");
    assertThat(item.get("image").asString()).isEqualTo("https://x.example/p.jpg");
    assertThat(item.get("authors").get(0).get("name").asString()).isEqualTo("Ada Writer");
  }

  @Test
  void everyListHasItsFeeds() {
    site.publish(
        article("in").tagged("Ann Marlow").about("medtop:20000337", "Shipping"),
        article("out").language("de").source("bay-news", "Bay News"));

    for (String list :
        List.of("/tags/ann-marlow", "/topics/20000337", "/sources/harbour-post", "/languages/en")) {
      assertThat(texts(xml(list + "/feed.rss").getElementsByTagName("guid")))
          .as(list)
          .containsExactly("urn:uuid:in");
      assertThat(xml(list + "/feed.atom").getElementsByTagNameNS(ATOM, "entry").getLength())
          .isEqualTo(1);
      assertThat(json(list + "/feed.json").get("items").size()).isEqualTo(1);
      assertThat(site.page(list).select("link[rel=alternate]").eachAttr("href"))
          .contains(list + "/feed.rss", list + "/feed.atom", list + "/feed.json");
    }
    assertThat(site.get("/tags/none/feed.rss").statusCode()).isEqualTo(404);
  }

  @Test
  void aBodyThatMayNotBePassedOnIsInNoFeedAndNotInThePullApi() {
    site.publish(article("n").rights("NO").body("<p>Kept words.</p>").summary("Open words."));

    for (String feed : List.of("/feed.rss", "/feed.atom", "/feed.json", "/api/articles")) {
      assertThat(site.get(feed).body())
          .as(feed)
          .contains("urn:uuid:n")
          .contains("Open words.")
          .doesNotContain("Kept words.");
    }
  }

  @Test
  void sitemapsNameEveryArticleOnce() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      SampleArticle it = article("m" + i).at(NOON.minus(Duration.ofDays(i)));
      site.publish(it);
      expected.add(RunningSite.BASE + path(it));
    }

    List<String> found = new ArrayList<>();
    for (String file : texts(xml("/sitemap.xml").getElementsByTagName("loc"))) {
      String path = file.substring(RunningSite.BASE.length());
      found.addAll(texts(xml(path).getElementsByTagName("loc")));
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(texts(xml("/news-sitemap.xml").getElementsByTagName("loc")))
        .containsExactlyElementsOf(expected.subList(0, 2));
    assertThat(texts(xml("/news-sitemap.xml").getElementsByTagName("news:title"))).hasSize(2);
    assertThat(site.get("/robots.txt").body())
        .contains("Sitemap: " + RunningSite.BASE + "/sitemap.xml");
  }

  @Test
  void whoeverPullsFromCursorToCursorGetsEveryArticleAndThenWhatChanges() {
    for (int i = 0; i < 7; i++) {
      site.publish(article("p" + i));
    }

    List<String> ids = new ArrayList<>();
    JsonNode page = json("/api/articles?limit=3");
    while (true) {
      page.get("items").forEach(it -> ids.add(it.get("data").get("uri").asString()));
      if (!page.get("more").asBoolean()) {
        break;
      }
      page = json("/api/articles?limit=3&cursor=" + page.get("next").asString());
    }
    String end = page.get("next").asString();
    assertThat(json("/api/articles?cursor=" + end).get("items")).isEmpty();
    site.publish(article("p2").version(2, "UPDATE"));
    site.publish(article("p3").withdrawn(2, "KILL"));

    assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    assertThat(json("/api/articles?cursor=" + end).get("items").values())
        .extracting(it -> it.get("type").asString() + " " + it.get("data").get("uri").asString())
        .containsExactly("article.updated urn:uuid:p2", "article.withdrawn urn:uuid:p3");
  }

  @Test
  void whatThePullApiCannotUnderstandItSays() {
    for (String question : List.of("cursor=x", "limit=0", "limit=many", "since=yesterday")) {
      HttpResponse<String> answer = site.get("/api/articles?" + question);
      String field = question.substring(0, question.indexOf('='));

      assertThat(answer.statusCode()).as(question).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      JsonNode error = JsonMapper.shared().readTree(answer.body()).get("errors").get(0);
      assertThat(error.get("field").asString()).isEqualTo(field);
      assertThat(error.get("expected").asString()).isNotBlank();
    }
  }

  @Test
  void sinceLeavesOutWhatChangedEarlier() {
    site.publish(article("early"));
    site.later(Duration.ofMinutes(10));
    Instant since = site.now();
    site.publish(article("late"));

    assertThat(json("/api/articles?since=" + since).get("items").values())
        .extracting(it -> it.get("data").get("uri").asString())
        .containsExactly("urn:uuid:late");
  }

  private static JsonNode json(String path) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static Document xml(String path) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(path + " is no XML: " + answer.body(), e);
    }
  }

  private static Element only(NodeList nodes) {
    assertThat(nodes.getLength()).isEqualTo(1);
    return element(nodes, 0);
  }

  private static Element element(NodeList nodes, int index) {
    return (Element) Objects.requireNonNull(nodes.item(index));
  }

  private static String text(Element parent, String name) {
    return texts(parent.getElementsByTagName(name)).getFirst();
  }

  private static List<String> texts(NodeList nodes) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(Objects.requireNonNull(element(nodes, i).getTextContent()));
    }
    return texts;
  }

  private static List<String> links(Element parent, String rel) {
    List<String> links = new ArrayList<>();
    NodeList all = parent.getElementsByTagNameNS(ATOM, "link");
    for (int i = 0; i < all.getLength(); i++) {
      Element link = element(all, i);
      if (parent.isSameNode(Objects.requireNonNull(link.getParentNode()))
          && link.getAttribute("rel").equals(rel)) {
        links.add(URI.create(link.getAttribute("href")).toString());
      }
    }
    return links;
  }
}
