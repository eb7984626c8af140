package syndication.ingest.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TryFeedTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-02-01T00:00:00Z"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  private int run(String... args) {
    var outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    var errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new TryFeed(outStream, errStream, CLOCK).run(List.of(args));
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("feed.xml"), content).toString();
  }

  private List<JsonNode> lines() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  @Test
  void printsALineForEachEntryAndTheFindingsInWords() throws IOException {
    int code =
        run(file("<rss version='2.0'><channel><item><title>Ä</title></item></channel></rss>"));

    assertThat(code).isEqualTo(TryFeed.ALL_READ);
    assertThat(lines()).hasSize(1);
    assertThat(lines().getFirst().path("title").path("value").asString()).isEqualTo("Ä");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("feed.no-guid");
  }

  @Test
  void printsPositionAndReasonOfWhatCannotBeRead() throws IOException {
    int code = run("--json", file("<rss version='2.0'><channel>\n<item><title>cut"));

    assertThat(code).isEqualTo(TryFeed.SOMETHING_UNREADABLE);
    JsonNode error = lines().getFirst().path("error");
    assertThat(error.path("rule").asString()).isEqualTo("feed.truncated");
    assertThat(error.path("line").asInt()).isEqualTo(2);
    assertThat(lines()).anyMatch(line -> line.has("finding"));
  }

  @Test
  void saysWhatAFileThatIsNotThereIs() {
    assertThat(run(folder.resolve("none.xml").toString())).isEqualTo(TryFeed.SOMETHING_UNREADABLE);
    assertThat(lines().getFirst().path("error").path("rule").asString())
        .isEqualTo("file.unreadable");
  }

  @Test
  void explainsItsUse() {
    assertThat(run()).isEqualTo(TryFeed.USAGE);
    assertThat(run("--nonsense")).isEqualTo(TryFeed.USAGE);
  }
}
