package syndication.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plain texts in the shape of the real thing, and what should be read from them.
class TextFixtureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-aggregator",
        "02-live-blog-aggregator",
        "03-spanish-storm",
        "04-german-strike",
        "05-brief",
        "06-chinese-typhoon",
        "07-trade-news",
        "08-french-obituary",
        "09-short-lines",
        "10-ticker-before-title",
        "11-theme-foot",
        "12-german-agency",
        "13-live-blog",
        "14-no-chrome",
        "15-only-chrome",
        "16-japanese",
        "17-live-blog-posts",
        "18-press-release",
        "19-german-pointers",
        "20-wire-copy",
        "21-consent-dialog",
        "22-newsletter-post",
        "23-russian",
        "24-portuguese",
        "25-japanese-list-first",
        "26-table-of-contents",
        "27-recent-posts-first",
        "28-correction",
        "29-korean",
        "30-letter",
        "31-listicle"
      })
  void readsTheArticleAndSaysWhatItCut(String name) throws IOException {
    TextReading reading = new TextReader().read(resource("/texts/" + name + ".txt"), null);

    assertThat(reading).isInstanceOf(TextReading.Read.class);
    TextArticle article = ((TextReading.Read) reading).article();
    assertThat(String.join("\n", described(article)))
        .isEqualTo(resource("/texts/" + name + ".expected.txt").strip());
  }

  private static List<String> described(TextArticle article) {
    var lines = new ArrayList<String>();
    lines.add("title: " + article.title());
    if (article.byline() != null) {
      lines.add("byline: " + article.byline());
    }
    if (article.dateline() != null) {
      lines.add("dateline: " + article.dateline());
    }
    article.body().text().lines().forEach(lines::add);
    String editorial = article.notes().editorial();
    if (editorial != null) {
      editorial.lines().forEach(line -> lines.add("note: " + line));
    }
    String correction = article.notes().correction();
    if (correction != null) {
      lines.add("correction: " + correction);
    }
    article
        .related()
        .forEach(it ->
            lines.add(
                "related: "
                    + it.rel()
                    + ' '
                    + it.headline()
                    + (it.address() == null ? "" : " " + it.address())));
    var attribution = article.attribution();
    if (attribution != null) {
      lines.add("attribution: " + attribution.name() + ' ' + attribution.address());
    }
    article.removed().forEach(it -> lines.add("removed: " + it.rule() + ' ' + it.text()));
    article.warnings().forEach(it -> lines.add("warning: " + it));
    return lines;
  }

  private static String resource(String path) throws IOException {
    try (var in = Objects.requireNonNull(TextFixtureTest.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
