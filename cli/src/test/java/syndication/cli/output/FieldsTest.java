package syndication.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void valuesStandBelowEachOtherHoweverLongTheirNames() throws JsonProcessingException {
    assertThat(lines("{\"id\":\"a\",\"collapseDuplicates\":false,\"none\":null,\"empty\":[]}"))
        .containsExactly("id                  a", "collapseDuplicates  false");
  }

  @Test
  void timesEndWithTheSecond() throws JsonProcessingException {
    assertThat(lines("{\"at\":\"2026-11-25T21:52:14.826453094Z\"}"))
        .containsExactly("at              2026-11-25T21:52:14Z");
  }

  @Test
  void listsOfThingsAreIndentedAndShortListsStandOnALine() throws JsonProcessingException {
    assertThat(
            lines("{\"names\":[\"a\",\"b\"],\"items\":[{\"id\":1,\"state\":\"on\"},{\"id\":2}]}"))
        .containsExactly(
            "names           a, b",
            "items",
            "  - id          1",
            "    state       on",
            "  - id          2");
  }

  @Test
  void sentencesAreReadOneALine() throws JsonProcessingException {
    String long1 = "This is a sentence of more than forty characters.";

    assertThat(lines("{\"says\":[\"%s\",\"%s\"]}".formatted(long1, long1)))
        .containsExactly("says", "  - " + long1, "  - " + long1);
  }

  private static List<String> lines(String json) throws JsonProcessingException {
    return Fields.lines(new ObjectMapper().readTree(json));
  }
}
