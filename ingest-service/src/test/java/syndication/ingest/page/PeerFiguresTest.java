package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/// Prints our figures beside Readability4j's on the same pages in the same run:
/// `./mvnw -q -pl ingest-service -am test -Dtest=PeerFiguresTest -Dfigures
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@EnabledIfSystemProperty(named = "figures", matches = ".*")
class PeerFiguresTest {

  private static final int WARM_UP_PASSES = 2;
  private static final List<String> MEASURES =
      List.of("shingles", "words", "wanted", "unwanted", "title", "byline", "publishedTime");

  /// One reader of pages.
  private interface Reader {
    PageScores.Answer read(byte[] page, URI address);
  }

  @Test
  void printsOursBesideReadability4j() throws IOException {
    Path corpus = PageScores.corpus();
    assumeTrue(corpus != null, "no shared/corpora/pages beside the checkout: nothing to score");
    Map<String, byte[]> pages = new LinkedHashMap<>();
    JsonNode truth = PageScores.json(corpus.resolve("truth.json"));
    JsonNode addresses = PageScores.json(corpus.resolve("urls.json"));
    for (Map.Entry<String, JsonNode> entry : truth.properties()) {
      pages.put(
          entry.getKey(),
          Files.readAllBytes(corpus.resolve("html").resolve(entry.getKey() + ".html")));
    }

    var ours = new PageReader();
    System.out.println(
        "| reader | pages | " + String.join(" | ", MEASURES) + " | pages per CPU second |");
    double mine =
        row(
            "ours",
            (page, address) -> CorpusScoreTest.answer(ours.read(page, null, address)),
            pages,
            truth,
            addresses);
    double theirs = row("Readability4j", PeerFiguresTest::readability, pages, truth, addresses);

    assertThat(mine).as("word F1 beside Readability4j's").isGreaterThan(theirs);
  }

  private static double row(
      String name, Reader reader, Map<String, byte[]> pages, JsonNode truth, JsonNode addresses) {
    var all = new PageScores();
    var development = new PageScores();
    var confirmation = new PageScores();
    double cpuSeconds = 0;
    for (int pass = 0; pass <= WARM_UP_PASSES; pass++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Map<String, PageScores.Answer> answers = new LinkedHashMap<>();
      pages.forEach(
          (id, page) ->
              answers.put(id, reader.read(page, URI.create(addresses.path(id).asString("")))));
      cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
      if (pass == WARM_UP_PASSES) {
        answers.forEach(
            (id, answer) -> {
              all.add(truth.path(id), answer);
              (PageScores.isDevelopment(id) ? development : confirmation)
                  .add(truth.path(id), answer);
            });
      }
    }
    print(name, "all", all, "%.0f".formatted(pages.size() / cpuSeconds));
    print(name, "development half", development, "");
    print(name, "other half", confirmation, "");
    return all.mean("words");
  }

  private static void print(String name, String which, PageScores scores, String speed) {
    var line = new StringBuilder("| " + name + " | " + which);
    for (String measure : MEASURES) {
      line.append(String.format(Locale.ROOT, " | %.3f", scores.mean(measure)));
    }
    System.out.println(line + " | " + speed + " |");
  }

  /// Its best variant, with lazy images; its answer as text, one block a line.
  private static PageScores.Answer readability(byte[] page, URI address) {
    Readability4J reader =
        new Readability4JExtended(address.toString(), new String(page, StandardCharsets.UTF_8));
    var article = reader.parse();
    String html = article.getContent();
    return new PageScores.Answer(
        html == null ? "" : text(html), article.getTitle(), article.getByline(), null);
  }

  private static String text(String html) {
    Document document = Jsoup.parse(html);
    for (Element block : document.select("p,div,li,h1,h2,h3,h4,h5,h6,tr,blockquote,pre,br,section")) {
      block.before("\n");
      block.after("\n");
    }
    return document.wholeText();
  }
}
