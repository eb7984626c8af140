package syndication.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import syndication.enrich.article.Article;
import syndication.enrich.entity.Tag;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.enrich.topic.Topic;

/// Articles in the shape of real pages, with what an editor expects of them.
class PagesTest {

  private static final Enricher ENRICHER =
      new Enricher(
          new Stages(Stages.Options.DEFAULT, new LuceneLexicon(), new OpenNlpLanguages()).chosen(),
          System::nanoTime);
  private static final List<String> NOISE =
      List.of(
          "newsletter", "subscribe", "photo:", "foto:", "getty", "read more", "related:", "follow us",
          "share this", "advertisement", "source link", "updated 10", "lee también", "suscríbete",
          "síguenos", "más información", "lire aussi", "à lire", "crédit photo", "publicité",
          "abonnez", "lesen sie auch", "anzeige", "abonnieren", "leggi anche", "iscriviti", "seguici",
          "leia também", "inscreva", "siga-nos", "lees ook", "schrijf je in", "volg ons", "läs också",
          "czytaj też", "читайте", "图片来源", "関連記事", "اقرأ أيضا", "pictured", "by ann lund",
          "reporting by", "(reuters)", "what do you think", "get our app", "click here", "watch live",
          "image:");

  record Page(
      String language, String topic, List<String> tags, String title, String text) {
    @Override
    public String toString() {
      return language + ": " + title;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void comesOutAsAnEditorExpects(Page page) {
    var article = Article.of("page", page.title(), page.text());

    Enrichment it = ENRICHER.enrich(article, (_, _) -> {});

    String summary = String.valueOf(it.summary().text());
    assertThat(it.language().language()).isEqualTo(page.language());
    assertThat(summary).isNotBlank();
    assertThat(NOISE).noneMatch(summary.toLowerCase(Locale.ROOT)::contains);
    assertThat(summary.split("\\s+", -1).length).isLessThanOrEqualTo(65);
    assertThat(String.valueOf(it.summary().teaser()).length()).isBetween(1, 160);
    if (!"-".equals(page.topic())) {
      assertThat(it.topics()).extracting(Topic::code).contains("medtop:" + page.topic());
    }
    if (!page.tags().contains("-")) {
      // A place has an English label, or the one it stands with in the text.
      assertThat(it.tags()).extracting(Tag::label).containsAnyElementsOf(page.tags());
    }
    assertThat(ENRICHER.enrich(article, (_, _) -> {})).isEqualTo(it);
  }

  static Stream<Page> pages() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PagesTest.class.getResourceAsStream("/syndication/enrich/pages.txt")),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(it -> !it.startsWith("#")).map(PagesTest::page).toList().stream();
    }
  }

  private static Page page(String line) {
    String[] cells = line.split(" \\| ", -1);
    return new Page(
        cells[0],
        cells[1],
        List.of(cells[2].split(";", -1)),
        cells[3],
        cells[4].replace(" / ", "\n"));
  }
}
