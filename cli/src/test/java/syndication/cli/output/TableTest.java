package syndication.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void columnsAreAlignedAndNumbersStandRight() {
    var table = new Table("TOPIC", "RECORDS").row("articles.revised", 7).row("short", 1200);

    assertThat(table.lines("  "))
        .containsExactly(
            "  TOPIC             RECORDS",
            "  articles.revised        7",
            "  short                1200");
  }

  @Test
  void aRowHasAsManyCellsAsTheHead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("A", "B").row("only one"))
        .withMessage("cells: 1 (expected: 2)");
  }

  @Test
  void theFirstFieldThatIsThereMakesTheCell() throws JsonProcessingException {
    var items =
        new ObjectMapper()
            .readTree(
                """
                [{"id":"a","at":"2026-11-24T11:59:30Z","filter":{"sources":["x","y"]}},{"name":"b"}]
                """);

    var lines =
        new Columns()
            .field("ID", "/id", "/name")
            .field("SOURCES", "/filter/sources")
            .age("AGE", "/at")
            .table(items, NOW)
            .lines("");

    assertThat(lines)
        .containsExactly("ID  SOURCES     AGE", "a   x,y      30.0 s", "b   -             -");
  }

  @Test
  void durationsAreShort() {
    assertThat(Words.duration(Duration.ofMillis(950))).isEqualTo("950 ms");
    assertThat(Words.duration(Duration.ofMillis(12_340))).isEqualTo("12.3 s");
    assertThat(Words.duration(Duration.ofMinutes(7))).isEqualTo("7 min");
    assertThat(Words.duration(Duration.ofHours(5))).isEqualTo("5 h");
    assertThat(Words.duration(Duration.ofDays(12))).isEqualTo("12 d");
  }

  @Test
  void anObjectIsShownWithoutWhatIsEmpty() throws JsonProcessingException {
    var node =
        new ObjectMapper()
            .readTree(
                """
                {"id":"urn:1","note":null,"tags":["a","b"],"none":[],
                 "attempts":[{"attempt":1,"outcome":"FAILED"},{"attempt":2,"outcome":"DELIVERED"}]}
                """);

    assertThat(Fields.lines(node))
        .containsExactly(
            "id              urn:1",
            "tags            a, b",
            "attempts",
            "  - attempt     1",
            "    outcome     FAILED",
            "  - attempt     2",
            "    outcome     DELIVERED");
  }
}
