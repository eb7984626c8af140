package syndication.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import syndication.enrich.article.Article;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;

/// Input that nobody writes to be read.
class HostileInputTest {

  private static final Enricher ENRICHER =
      new Enricher(
          new Stages(Stages.Options.DEFAULT, new LuceneLexicon(), new OpenNlpLanguages()).chosen(),
          System::nanoTime);

  @ParameterizedTest
  @MethodSource
  void isBoundedInTime(String name, String text) {
    Enrichment it =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> ENRICHER.enrich(Article.of(name, "Title", text), (_, _) -> {}));

    assertThat(String.valueOf(it.summary().text()).length()).isLessThan(10_000);
    assertThat(it.tags()).hasSizeLessThanOrEqualTo(12);
  }

  static Stream<Arguments> isBoundedInTime() {
    return Stream.of(
        Arguments.of("a million words on a line", "word ".repeat(1_000_000)),
        Arguments.of("one sentence of names", "The Anna Smith of ".repeat(100_000)),
        Arguments.of("one word of ten megabytes", "x".repeat(10 * 1024 * 1024)),
        Arguments.of("quotes that never close", "\"“(« ".repeat(200_000)),
        Arguments.of("full stops", ". ".repeat(500_000)),
        Arguments.of("initials", "J. ".repeat(300_000)),
        Arguments.of("controls and direction marks", "\u0000\u202E\u200Fa\uD800 ".repeat(100_000)),
        Arguments.of("lines", "Read more\n".repeat(300_000)),
        Arguments.of("thai", "กรุงเทพ".repeat(100_000)),
        Arguments.of("empty", ""),
        Arguments.of("marks", "?!*"));
  }
}
