package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import syndication.ingest.article.Block;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;

/// Pages in the shape of the real thing, and what should be read from them.
class PageFixtureTest {

  private static final URI ADDRESS = URI.create("https://digest.example/harbour-bridge-closes/");

  @ParameterizedTest
  @MethodSource("names")
  void readsTheArticle(String name) throws IOException {
    PageArticle article = read(name);

    assertThat(String.join("\n", described(article)))
        .isEqualTo(new String(resource(name + ".expected.txt"), StandardCharsets.UTF_8).strip());
  }

  static List<String> names() throws IOException {
    URL folder = Objects.requireNonNull(PageFixtureTest.class.getResource("/pages/"), "/pages/");
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - ".html".length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void warnsThatAPageIsOnlyAPartOfItsArticle() throws IOException {
    PageArticle article = read("07-page-two-of-three");

    assertThat(article.warnings())
        .containsExactly(
            "This is page 2 of 3 of the article; it goes on at"
                + " https://valleyreview.example/reservoir/3/: send the article whole.");
    assertThat(article.related())
        .containsExactly(
            new ParsedArticle.Related(
                "nextPage", null, URI.create("https://valleyreview.example/reservoir/3/")));
  }

  @Test
  void knowsAnAmpPageByItsCanonicalAddress() throws IOException {
    ParsedArticle article =
        read("06-amp").toParsedArticle(ADDRESS, Instant.parse("2026-06-01T00:00:00Z"));

    assertThat(article.identifiers().address())
        .isEqualTo(URI.create("https://www.harbourtimes.example/culture/museum-map"));
    assertThat(article.identifiers().others()).contains(ADDRESS);
  }

  @Test
  void partsCaptionsFromCredits() throws IOException {
    PageArticle article = read("15-figures");

    assertThat(article.body().blocks())
        .contains(
            new Block.Figure(
                URI.create("https://digest.example/img/machine.jpg"),
                null,
                "The closing machine",
                "Aldo Ferri"));
  }

  @Test
  void keepsQuotesAndDashesAsPublished() {
    byte[] page =
        "<title>A</title><h1>It’s “quoted” – and 'straight'</h1><p>“Don’t,” she said—twice—and then: 'no' \"never\"… for 20\u202f000\u00a0people.</p>"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(read(page).body().text())
        .isEqualTo("“Don’t,” she said—twice—and then: 'no' \"never\"… for 20 000 people.");
  }

  @Test
  void saysWhichRuleCutWhat() throws IOException {
    PageArticle article = read("01-aggregator");

    assertThat(article.removed())
        .extracting("rule")
        .contains(
            "page.share",
            "page.newsletter-box",
            "text.repeated-title",
            "text.editors-note",
            "text.read-full-story",
            "text.source-link");
  }

  @Test
  void warnsOfLinkedDataThatIsNotJson() {
    byte[] page =
        """
        <html><head><title>A frost in May surprises the growers</title>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"A frost in May surprises the growers" "datePublished":"2026-05-02"}</script></head>
        <body><p>Three nights of frost have taken about half of the blossom in the valley, growers say.</p></body></html>
        """
            .getBytes(StandardCharsets.UTF_8);

    PageArticle article = read(page);

    assertThat(article.warnings()).anyMatch(warning -> warning.contains("JSON-LD"));
    assertThat(article.publishedAsWritten()).isEqualTo("2026-05-02");
  }

  @Test
  void holdsAPublicationTimeStillToComeAtTheTimeOfReceipt() throws IOException {
    Instant received = Instant.parse("2026-01-01T00:00:00Z");

    ParsedArticle article = read("01-aggregator").toParsedArticle(ADDRESS, received);

    assertThat(article.dates().published()).isEqualTo(received);
    assertThat(article.dates().quality()).isEqualTo(DateQuality.CLAMPED_FUTURE);
    assertThat(article.identifiers().others())
        .contains(URI.create("https://digest.example/?p=4711"));
  }

  @Test
  void readsOldEncodingsThatThePageDeclares() {
    String page =
        "<html><head><meta charset=\"iso-8859-1\"><title>Fête à l’école de Besançon</title></head>"
            + "<body><p>La fête de l'école a réuni près de quatre cents élèves, parents et"
            + " enseignants samedi.</p></body></html>";

    PageArticle article = read(page.getBytes(Charset.forName("windows-1252")));

    assertThat(article.title()).isEqualTo("Fête à l’école de Besançon");
  }

  @Test
  void refusesBytesThatAreNoPage() {
    PageReading reading = new PageReader().read(new byte[4_000], "text/html", ADDRESS);

    assertThat(reading).isInstanceOf(PageReading.Unreadable.class);
    assertThat(((PageReading.Unreadable) reading).rule()).isEqualTo("page.not-text");
  }

  private static PageArticle read(String name) throws IOException {
    return read(resource(name + ".html"));
  }

  private static PageArticle read(byte[] page) {
    PageReading reading = new PageReader().read(page, null, ADDRESS);
    assertThat(reading).isInstanceOf(PageReading.Read.class);
    return ((PageReading.Read) reading).article();
  }

  private static List<String> described(PageArticle article) {
    var lines = new ArrayList<String>();
    add(lines, "title", article.title());
    add(lines, "byline", article.byline());
    add(lines, "published", article.publishedAsWritten());
    add(lines, "site", article.siteName());
    add(lines, "language", article.language());
    add(lines, "canonical", article.canonical());
    article.body().text().lines().forEach(lines::add);
    for (Block block : article.body().blocks()) {
      if (block instanceof Block.Figure figure) {
        lines.add("figure: " + figure.image() + " " + figure.caption());
      }
    }
    add(lines, "note", article.notes().editorial());
    article
        .related()
        .forEach(
            it -> lines.add("related: %s %s %s".formatted(it.rel(), it.headline(), it.address())));
    var attribution = article.attribution();
    if (attribution != null) {
      lines.add("attribution: %s %s".formatted(attribution.name(), attribution.address()));
    }
    return lines;
  }

  private static void add(List<String> lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.add(name + ": " + value);
    }
  }

  static byte[] resource(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(PageFixtureTest.class.getResourceAsStream("/pages/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
