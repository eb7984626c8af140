package syndication.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import syndication.ingest.article.DateQuality;

class FeedReaderTest {

  @Test
  void readsTheHeadOfAnRssFeed() {
    Feed feed = Fixtures.feed("rss20.xml");

    assertThat(feed.format()).isEqualTo(FeedFormat.RSS_20);
    assertThat(feed.wellFormed()).as("%s", feed.problems()).isTrue();
    FeedInfo info = feed.info();
    assertThat(info.title()).extracting(Text::plain).isEqualTo("The Harbour Gazette");
    assertThat(info.homePage()).hasToString("https://gazette.example/");
    assertThat(info.self()).hasToString("https://gazette.example/feed.xml");
    assertThat(info.hubs()).containsExactly(URI.create("https://hub.example/"));
    assertThat(info.language()).isEqualTo("en-GB");
    assertThat(info.schedule())
        .isEqualTo(new Schedule(15, List.of(1, 2), List.of(DayOfWeek.SUNDAY), "hourly", 4));
  }

  @Test
  void readsAnRssItemWithItsNamespaces() {
    Entry entry = Fixtures.feed("rss20.xml").entries().getFirst();

    assertThat(entry.id()).isEqualTo("gazette-4711");
    assertThat(entry.permalink()).isFalse();
    assertThat(entry.address()).hasToString("https://gazette.example/2026/01/ferry-resumes");
    assertThat(entry.dates().effective()).isEqualTo("2026-01-02T07:15:00Z");
    assertThat(entry.people().authors()).extracting(Person::name).contains("By Ada Quill");
    assertThat(entry.categories())
        .containsExactly(
            new Category("Transport", "https://gazette.example/topics", null),
            new Category("Weather", null, null));
    assertThat(entry.contents().getFirst().value())
        .contains("<b>Monday</b>")
        .contains("href=\"https://gazette.example/timetable\"")
        .doesNotContain("alert")
        .doesNotContain("iframe");
    assertThat(entry.media())
        .extracting(MediaItem::role)
        .containsExactlyInAnyOrder(
            MediaItem.Role.CONTENT,
            MediaItem.Role.THUMBNAIL,
            MediaItem.Role.ENCLOSURE,
            MediaItem.Role.EMBED);
    assertThat(entry.place()).isEqualTo(new Place("Point", List.of(List.of(10.1, 54.3))));
    assertThat(entry.comments().count()).isEqualTo(7);
  }

  @Test
  void takesAnRssSourceAsTheFeedTheItemIsFrom() {
    FeedInfo source = Fixtures.feed("rss20.xml").entries().get(1).source();

    assertThat(source).isNotNull();
    assertThat(source.title()).extracting(Text::plain).isEqualTo("The Wire");
    assertThat(source.self()).hasToString("https://wire.example/rss");
  }

  @Test
  void readsAtomWithItsBasesLanguagesAndInheritedAuthors() {
    Feed feed = Fixtures.feed("atom10.xml");

    assertThat(feed.format()).isEqualTo(FeedFormat.ATOM_10);
    Entry own = feed.entries().getFirst();
    assertThat(own.address()).hasToString("https://blatt.example/artikel/77.html");
    assertThat(own.title()).extracting(Text::value).isEqualTo("Brücke <em>gesperrt</em>");
    assertThat(own.language()).isEqualTo("de");
    assertThat(own.people().authors()).extracting(Person::name).containsExactly("Redaktion");
    assertThat(own.contents().getFirst().value())
        .isEqualTo(
            "<p>Die Brücke ist seit heute"
                + " <a href=\"https://blatt.example/artikel/karte.html\">gesperrt</a>.</p>");
    Entry taken = feed.entries().get(1);
    assertThat(taken.people().authors()).extracting(Person::name).containsExactly("Nora Nord");
    assertThat(taken.source()).isNotNull();
  }

  @Test
  void readsTheOtherFormats() {
    assertThat(Fixtures.feed("rdf.xml").entries().getFirst().title())
        .extracting(Text::plain)
        .isEqualTo("Café reopens");
    assertThat(Fixtures.feed("atom03.xml").entries().getFirst().contents().getFirst().value())
        .isEqualTo("<p>Hello world</p>");
    assertThat(Fixtures.feed("cdf.xml").entries().getFirst().address())
        .hasToString("http://channel.example/one.html");
  }

  @Test
  void readsJsonFeed() {
    Feed feed = Fixtures.feed("jsonfeed.json");

    assertThat(feed.format()).isEqualTo(FeedFormat.JSON_FEED_11);
    assertThat(feed.wellFormed()).isTrue();
    assertThat(feed.entries()).hasSize(2);
    Entry first = feed.entries().getFirst();
    assertThat(first.contents().getFirst().value())
        .isEqualTo("<p>It rains {again}, \"they\" say.</p>");
    assertThat(first.people().authors()).extracting(Person::name).containsExactly("Pocket Staff");
    assertThat(first.media()).hasSize(2);
    assertThat(feed.entries().get(1).id()).isEqualTo("2");
    assertThat(feed.entries().get(1).position().line()).isEqualTo(11);
  }

  @Test
  void losesOnlyTheJsonItemThatIsBroken() {
    Feed feed =
        Fixtures.read(
            """
            {"version":"https://jsonfeed.org/version/1","title":"T","items":[
            {"id":"1","content_text":"one"},
            {"id":"2","content_text":"a quote is missing},
            {"id":"3","content_text":"three"},
            {"id":"4","content_text":"cut o\
            """);

    assertThat(feed.entries()).extracting(Entry::id).containsExactly("1", "3");
    assertThat(feed.unreadable())
        .extracting(Unreadable::rule)
        .containsExactly("feed.bad-json", "feed.truncated");
    assertThat(feed.unreadable().getFirst().position()).isEqualTo(new Position(3, 1));
  }

  @Test
  void losesOnlyTheEntryThatIsCutOff() {
    Feed feed = Fixtures.feed("broken.xml");

    assertThat(feed.wellFormed()).isFalse();
    assertThat(feed.entries())
        .extracting(entry -> entry.title() == null ? "" : entry.title().plain())
        .containsExactly("One & only", "Two", "Three bold", "Four", "Five");
    assertThat(feed.unreadable()).hasSize(1);
    Unreadable lost = feed.unreadable().getFirst();
    assertThat(lost.rule()).isEqualTo("feed.truncated");
    assertThat(lost.position().line()).isEqualTo(11);
    assertThat(lost.snippet()).startsWith("<item><title>Six");
  }

  @Test
  void readsThroughStrayCharactersAndUnknownReferences() {
    Feed feed = Fixtures.feed("broken.xml");

    assertThat(feed.info().title()).extracting(Text::plain).isEqualTo("R&D news daily");
    assertThat(feed.info().homePage()).hasToString("https://rd.example/?a=1&b=2");
    Text text = feed.entries().getFirst().summary();
    assertThat(text).isNotNull();
    assertThat(text.plain()).isEqualTo("AT&T © &unknown; 5 < 6");
    assertThat(feed.entries().get(3).people().authors())
        .extracting(Person::name)
        .containsExactly("No Namespace");
  }

  @Test
  void readsNoFilesAndExpandsNoBombs() {
    Feed feed = Fixtures.feed("bomb.xml");

    Text title = feed.info().title();
    assertThat(title).isNotNull();
    assertThat(title.value()).isEqualTo("Gazette &c; &x;");
  }

  @Test
  void saysThatAPageIsNoFeed() {
    Feed feed = Fixtures.feed("page.html");

    assertThat(feed.format()).isEqualTo(FeedFormat.UNKNOWN);
    assertThat(feed.unreadable()).extracting(Unreadable::rule).containsExactly("feed.html-page");
  }

  @Test
  void saysThatNothingIsNoFeed() {
    assertThat(Fixtures.read("").unreadable())
        .extracting(Unreadable::rule)
        .containsExactly("feed.empty");
    assertThat(Fixtures.read("sorry").unreadable())
        .extracting(Unreadable::rule)
        .containsExactly("feed.unknown-format");
  }

  @Test
  void readsItemsWithoutARoot() {
    Feed feed = Fixtures.read("<item><title>A</title></item><item><title>B</title></item>");

    assertThat(feed.entries()).hasSize(2);
    assertThat(feed.wellFormed()).isFalse();
  }

  @Test
  void endsAnItemWhereTheNextBegins() {
    Feed feed = Fixtures.channel("<item><title>A</title><item><title>B</title></item>");

    assertThat(feed.entries()).hasSize(2);
  }

  @Test
  void readsMoreDepthThanAnyFeedHasWithoutFailing() {
    Feed feed = Fixtures.channel("<item><description>" + "<b>".repeat(100_000) + "deep");

    assertThat(feed.unreadable()).hasSize(1);
  }

  @Test
  void findsOutTheEncodingThatNobodyDeclared() {
    assertThat(Fixtures.feed("shift-jis-undeclared.xml").encoding()).isEqualTo("shift_jis");
    assertThat(Fixtures.feed("windows-1251.xml").info().title())
        .extracting(Text::plain)
        .isEqualTo("Новости порта");
    assertThat(Fixtures.feed("utf-16.xml").encoding()).isEqualTo("utf-16le");
  }

  @Test
  void believesTheBytesWhenHttpDeclaresTheWrongEncoding() {
    byte[] bytes = Fixtures.bytes("windows-1251.xml");
    Feed feed =
        new FeedReader()
            .read(bytes, "text/xml; charset=utf-8", Fixtures.ADDRESS, Fixtures.RECEIVED);

    assertThat(feed.encoding()).isEqualTo("windows-1251");
    assertThat(feed.problems()).anyMatch(problem -> problem.startsWith("feed.wrong-encoding"));
  }

  @Test
  void holdsDatesThatAreStillToCome() {
    Entry entry = Fixtures.item("<title>A</title><pubDate>Fri, 31 Dec 2999 00:00:00 GMT</pubDate>");

    assertThat(entry.dates().quality()).isEqualTo(DateQuality.CLAMPED_FUTURE);
    assertThat(entry.dates().effective()).isNull();
  }

  @Test
  void infersADateFromTheAddressOrTheNeighbours() {
    Entry dated = Fixtures.item("<link>https://a.example/2025/12/24/title</link>");
    assertThat(dated.dates().effective()).isEqualTo(Instant.parse("2025-12-24T00:00:00Z"));
    assertThat(dated.dates().quality()).isEqualTo(DateQuality.INFERRED);

    Feed feed =
        Fixtures.channel(
            "<item><pubDate>2026-01-03</pubDate></item><item><title>x</title></item>"
                + "<item><pubDate>2026-01-01</pubDate></item>");
    assertThat(feed.entries().get(1).dates().effective()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(feed.entries().get(1).dates().quality()).isEqualTo(DateQuality.INFERRED);
  }

  @Test
  void readsAFeedBehindAProgramsWarnings() {
    Feed feed =
        Fixtures.read(
            "<br />\n<b>Warning</b>: foo() in <b>x.php on line 1<br>\n<?xml version='1.0'?>"
                + "<rss version='2.0'><channel><item><title>A</title></item></channel></rss>");

    assertThat(feed.format()).isEqualTo(FeedFormat.RSS_20);
    assertThat(feed.entries()).hasSize(1);
  }

  @Test
  void resolvesAgainstTheSiteWhenTheFeedIsServedFromElsewhere() {
    Feed feed =
        Fixtures.channel(
            "<link>https://site.example/news/</link><item><link>/a</link>"
                + "<description>&lt;img src=\"/i.png\"&gt;</description></item>");

    assertThat(feed.entries().getFirst().address()).hasToString("https://site.example/a");
    assertThat(feed.entries().getFirst().summary())
        .extracting(Text::value)
        .isEqualTo("<img src=\"https://site.example/i.png\" />");
  }

  @Test
  void doesNotTakeACaptionForASummary() {
    Entry entry =
        Fixtures.item(
            "<title>A</title><media:content url='https://a.example/i.jpg'>"
                + "<media:description>A boat</media:description></media:content>");

    assertThat(entry.summary()).isNull();
    assertThat(entry.media().getFirst().caption()).isEqualTo("A boat");
  }

  @Test
  void refusesAddressesThatRunSomething() {
    Entry entry =
        Fixtures.item(
            "<link>java\tscript:alert(1)</link><description>&lt;a href=\" JaVaScRiPt:x\""
                + " onclick=x&gt;a&lt;/a&gt;</description>");

    assertThat(entry.address()).isNull();
    assertThat(entry.summary()).extracting(Text::value).isEqualTo("<a href=\"\">a</a>");
  }

  @Test
  void anItemOfAJsonFeedThatIsNoObjectIsNotLostWithoutAWord() {
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":"
            + "[\"x, y\", {\"id\":\"1\",\"title\":\"A\"}, 7, [{\"id\":\"2\"}], {\"id\":\"3\"}]}";

    Feed feed = new FeedReader().read(json.getBytes(UTF_8), null, null, Instant.EPOCH);

    assertThat(feed.entries()).extracting(Entry::id).containsExactly("1", "3");
    assertThat(feed.unreadable())
        .extracting(it -> it.reason())
        .containsExactly(
            "an item that is no object", "an item that is no object", "an item that is no object");
  }
}
