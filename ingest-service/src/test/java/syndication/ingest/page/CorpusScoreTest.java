package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Holds the figures reached on the shared corpus of labelled pages, where it is there.
class CorpusScoreTest {

  @Test
  void keepsTheFiguresReached() throws IOException {
    Path corpus = PageScores.corpus();
    assumeTrue(corpus != null, "no shared/corpora/pages beside the checkout: nothing to score");

    PageScores scores = scores(corpus);

    assertThat(scores.mean("words")).isGreaterThan(0.955);
    assertThat(scores.mean("shingles")).isGreaterThan(0.953);
    assertThat(scores.mean("wanted")).isGreaterThan(0.87);
    assertThat(scores.mean("unwanted")).isGreaterThan(0.96);
    assertThat(scores.mean("title")).isGreaterThan(0.89);
    assertThat(scores.mean("byline")).isGreaterThan(0.8);
    assertThat(scores.mean("publishedTime")).isGreaterThan(0.87);
  }

  private static PageScores scores(Path corpus) throws IOException {
    JsonNode truth = PageScores.json(corpus.resolve("truth.json"));
    JsonNode addresses = PageScores.json(corpus.resolve("urls.json"));
    var scores = new PageScores();
    var reader = new PageReader();
    for (Map.Entry<String, JsonNode> entry : truth.properties()) {
      byte[] bytes = Files.readAllBytes(corpus.resolve("html").resolve(entry.getKey() + ".html"));
      URI address = URI.create(addresses.path(entry.getKey()).asString(""));
      scores.add(entry.getValue(), answer(reader.read(bytes, null, address)));
    }
    return scores;
  }

  static PageScores.Answer answer(@Nullable PageReading reading) {
    if (!(reading instanceof PageReading.Read read)) {
      return new PageScores.Answer("", null, null, null);
    }
    PageArticle article = read.article();
    return new PageScores.Answer(
        article.body().text(), article.title(), article.byline(), article.publishedAsWritten());
  }
}
