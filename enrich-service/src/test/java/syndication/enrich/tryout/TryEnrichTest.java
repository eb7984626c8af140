package syndication.enrich.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import syndication.enrich.enrichment.Stages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TryEnrichTest {

  private static final String LINE =
      """
      {"id":"a","title":"Ferry sinks off Manila","text":"A ferry sank off Manila on Sunday. \
      Rescuers pulled sixty people from the water, the coastguard said."}
      """;

  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) throws IOException {
    int exit = TryEnrich.run(List.of(folder.resolve("none.jsonl").toString()), messages());

    assertThat(exit).isEqualTo(66);
    assertThat(progress.toString(StandardCharsets.UTF_8)).contains("none.jsonl: no such file");
  }

  @Test
  void bytesThatAreNoTextCostNoOtherLine(@TempDir Path folder) throws IOException {
    Path in = folder.resolve("in.jsonl");
    Path out = folder.resolve("out.jsonl");
    Files.write(
        in,
        ("\u00ff{\"id\":\"b\"\n" + LINE.replace("sank", "sank \\ud800"))
            .getBytes(StandardCharsets.ISO_8859_1));

    int exit = TryEnrich.run(List.of(in.toString(), out.toString()), messages());

    assertThat(exit).isZero();
    assertThat(Files.readAllLines(out)).hasSize(2).last().asString().contains("\"id\":\"a\"");
  }

  private PrintStream messages() {
    return new PrintStream(progress, true, StandardCharsets.UTF_8);
  }

  @Test
  void everyLineTellsWhichStagesMadeItAndNothingThatChanges() throws IOException {
    String first = enriched(LINE, false);

    assertThat(enriched(LINE, false)).isEqualTo(first);
    JsonNode stages = JsonMapper.shared().readTree(first).path("stages");
    assertThat(List.copyOf(stages.propertyNames())).isEqualTo(Stages.ORDER);
    for (String it : Stages.ORDER) {
      assertThat(stages.path(it).path("version").isString()).isTrue();
      assertThat(stages.path(it).path("confidence").isNumber()).isTrue();
      assertThat(stages.path(it).has("micros")).isFalse();
    }
  }

  @Test
  void whatTheStagesTookStandsInTheLineWhereItIsAskedFor() throws IOException {
    JsonNode stages = JsonMapper.shared().readTree(enriched(LINE, true)).path("stages");

    for (String it : Stages.ORDER) {
      assertThat(stages.path(it).path("micros").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void whatTheStagesTookIsSummedUpAtTheEnd() throws IOException {
    enriched(LINE + LINE, false);

    assertThat(progress.toString(StandardCharsets.UTF_8))
        .contains("2 articles, 0 errors")
        .contains(Stages.ORDER);
  }

  @Test
  void aLineThatCannotBeReadGetsALineThatSaysWhy() throws IOException {
    JsonNode error = JsonMapper.shared().readTree(enriched("{\"id\":\"b\"}\n", false));

    assertThat(error.path("id").asString()).isEqualTo("b");
    assertThat(error.path("error").asString()).contains("text: missing");
  }

  private String enriched(String lines, boolean times) throws IOException {
    var out = new StringWriter();
    new TryEnrich(messages(), times).run(new StringReader(lines), out);
    return out.toString();
  }
}
