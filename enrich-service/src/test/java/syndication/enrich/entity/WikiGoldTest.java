package syndication.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import syndication.enrich.lucene.LuceneLexicon;

/// Names in Wikipedia's English, against WikiGold where it is there.
public class WikiGoldTest {

  // What was reached, rounded down.
  private static final double F1_LEAST = 70;

  @Test
  void findsPeopleOrganisationsAndPlaces() throws IOException {
    Path corpus = shared().resolve("corpora/entities/wikigold.conll");
    assumeTrue(Files.exists(corpus), "WikiGold is not here: " + corpus);

    List<SpanScores.Row> rows =
        SpanScores.of(
            corpus,
            new RuleRecogniser(new Gazetteer(List.of()), new LuceneLexicon()),
            SpanScores.Part.ALL,
            new ArrayList<>());

    rows.forEach(it -> LoggerFactory.getLogger(WikiGoldTest.class).info("WikiGold {}", it));
    assertThat(rows.getLast().f1()).isGreaterThanOrEqualTo(F1_LEAST);
  }

  /// The folder of outside corpora; it may be absent.
  public static Path shared() {
    String named = System.getProperty("SYNDICATE_SHARED", System.getenv("SYNDICATE_SHARED"));
    if (named != null) {
      return Path.of(named);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("shared/corpora"))) {
      at = at.getParent();
    }
    return at == null ? Path.of("shared") : at.resolve("shared");
  }
}
