package syndication.ingest.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import syndication.ingest.article.ParsedArticle.Mention;
import syndication.ingest.page.FragmentReader;

class NinjsMentionsTest {

  private final NinjsReader reader = new NinjsReader(new FragmentReader());

  @Test
  void whomAndWhatTheSourceStatesIsRead() {
    NinjsReading reading =
        read(
            """
            {"uri": "n1", "headlines": [{"value": "A bridge opens"}],
             "people": [{"name": "Anna Bell", "uri": "https://id.example/bell"}],
             "organisations": [{"literal": "Harbour Board"}, {"name": "Harbour Board"}],
             "places": [{"uri": "https://id.example/port"}, {"rel": "about"}]}
            """);

    assertThat(reading)
        .isInstanceOfSatisfying(
            NinjsReading.Read.class,
            it ->
                assertThat(it.article().mentions())
                    .containsExactly(
                        new Mention(Mention.Kind.PERSON, "Anna Bell", "https://id.example/bell"),
                        new Mention(Mention.Kind.ORGANISATION, "Harbour Board", null),
                        new Mention(Mention.Kind.PLACE, null, "https://id.example/port")));
  }

  @Test
  void aListThatIsNoneIsAProblemOfItsField() {
    NinjsReading reading =
        read("{\"uri\": \"n1\", \"headlines\": [{\"value\": \"A\"}], \"people\": \"Anna Bell\"}");

    assertThat(reading)
        .isInstanceOfSatisfying(
            NinjsReading.Faulty.class,
            it ->
                assertThat(it.problems())
                    .extracting(FieldProblem::field)
                    .containsExactly("people"));
  }

  private NinjsReading read(String json) {
    return reader.read(json.getBytes(StandardCharsets.UTF_8), null);
  }
}
