package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;

class EntryArticlesTest {

  private final EntryArticles articles = new EntryArticles(new JsoupFragments());

  private ParsedArticle article(Entry entry) {
    ParsedReading reading = articles.read(entry, Fixtures.RECEIVED);
    assertThat(reading).isInstanceOf(ParsedReading.Read.class);
    return ((ParsedReading.Read) reading).article();
  }

  @Test
  void makesAnArticleOfAnEntry() {
    ParsedArticle article = article(Fixtures.feed("rss20.xml").entries().getFirst());

    assertThat(article.title()).isEqualTo("Ferry to Strand resumes after storm");
    assertThat(article.byline()).isEqualTo("Ada Quill, Tom Reef");
    assertThat(article.body().text())
        .isEqualTo("Boats sail again from Monday, the harbour office said.\nSee the timetable.");
    assertThat(article.description()).isEqualTo("Boats sail again from Monday.");
    assertThat(article.identifiers().sourceItemId()).isEqualTo("gazette-4711");
    assertThat(article.categories()).containsExactly("Transport", "Weather");
    assertThat(article.dates().quality()).isEqualTo(DateQuality.STATED);
    assertThat(article.media())
        .extracting(ParsedArticle.Media::type)
        .containsExactly("image", "video", "audio");
    assertThat(article.media().getFirst().credit()).isEqualTo("Lena Fjord");
  }

  @Test
  void saysWhereATakenEntryIsFrom() {
    ParsedArticle article = article(Fixtures.feed("atom10.xml").entries().get(1));

    assertThat(article.attribution()).isNotNull();
    assertThat(article.attribution().name()).isEqualTo("Agentur Nord");
    assertThat(article.attribution().feed()).hasToString("https://agentur.example/feed");
    assertThat(article.attribution().itemId()).isEqualTo("tag:agentur.example,2026:5");
    assertThat(article.body().text())
        .isEqualTo("Erster Absatz.\nZweiter Absatz mit <spitzen> Klammern.");
  }

  @Test
  void makesATitleOfTheFirstSentenceWhereThereIsNone() {
    ParsedArticle article = article(Fixtures.feed("jsonfeed.json").entries().get(1));

    assertThat(article.title()).isEqualTo("A post without a title.");
    assertThat(article.warnings()).anyMatch(warning -> warning.startsWith("feed.no-title"));
    assertThat(article.dates().quality()).isEqualTo(DateQuality.FETCH_TIME);
    assertThat(article.dates().published()).isEqualTo(Fixtures.RECEIVED);
  }

  @Test
  void refusesAnEntryWithNeitherTitleNorText() {
    Entry entry = Fixtures.item("<link>https://a.example/1</link><guid>1</guid>");

    assertThat(articles.read(entry, Fixtures.RECEIVED))
        .isEqualTo(
            new ParsedReading.Unreadable(
                "feed.empty-entry", "neither a title nor a text", entry.position()));
  }

  @Test
  void warnsOfTextsThatAreOnlyABeginning() {
    Entry entry = Fixtures.item("<title>A</title><description>It began…</description>");

    assertThat(article(entry).warnings())
        .anyMatch(warning -> warning.startsWith("feed.summary-only"));
    assertThat(article(entry).body().text()).isEqualTo("It began…");
  }

  @Test
  void findsMarkupThatWasEscapedTwiceOrNotDeclared() {
    Entry twice =
        Fixtures.item(
            "<title>A</title><description>&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;</description>");
    Entry undeclared =
        Fixtures.read(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title>"
                    + "<summary>&lt;p>One&lt;/p></summary></entry></feed>")
            .entries()
            .getFirst();

    assertThat(article(twice).body().text()).isEqualTo("One");
    assertThat(article(undeclared).body().text()).isEqualTo("One");
  }

  @Test
  void readsRightsOutOfNoticesAndLicences() {
    Entry entry =
        Fixtures.read(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>
                <rights>© 2026 Harbour Press Ltd. All rights reserved.</rights>
                <link rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/"/>
                </entry></feed>\
                """)
            .entries()
            .getFirst();

    ParsedArticle.Rights rights = article(entry).rights();
    assertThat(rights.holder()).isEqualTo("Harbour Press Ltd");
    assertThat(rights.syndication()).isEqualTo(SyndicationRight.VERIFY);
  }
}
