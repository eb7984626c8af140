package syndication.enrich.modelhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.enrich.http.BoundedHttp;
import syndication.enrich.model.ChatModel.Answer;
import syndication.enrich.model.ChatModel.Prompt;
import tools.jackson.databind.JsonNode;

/// Against a real server that misbehaves.
class OpenAiModelEdgeTest {

  private static final Prompt PROMPT = new Prompt("do", "with \"this\"\n", 600);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final FakeModelServer server = new FakeModelServer();
  private @Nullable BoundedHttp http;

  @AfterEach
  void stop() {
    server.close();
    if (http != null) {
      http.close();
    }
  }

  @Test
  void asksByOpenAisProtocolAndReadsTextAndCost() {
    server.will(FakeModelServer.says("A summary."));

    Answer answer = model(PATIENT).ask(PROMPT);

    assertThat(answer).isEqualTo(new Answer.Said("A summary.", 321, false));
    JsonNode asked = server.asked().getFirst();
    assertThat(asked.path("model").asString()).isEqualTo("tiny");
    assertThat(asked.path("stream").asBoolean(true)).isFalse();
    assertThat(asked.path("max_tokens").asInt()).isEqualTo(600);
    assertThat(asked.path("messages").path(1).path("content").asString())
        .isEqualTo("with \"this\"\n");
    assertThat(server.keys()).containsExactly("Bearer s3cret");
  }

  @Test
  void tellsThatTheModelStoppedAtItsBound() {
    server.will(FakeModelServer.says("A summary that", "length"));

    assertThat(model(PATIENT).ask(PROMPT)).isEqualTo(new Answer.Said("A summary that", 321, true));
  }

  @Test
  void keepsWhatTheKeeperAsksFor() {
    server.will(FakeModelServer.quiet(17));

    assertThat(model(PATIENT).ask(PROMPT))
        .isEqualTo(new Answer.Unavailable("answered 429", Duration.ofSeconds(17)));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 500, 502, 503})
  void aFailureIsWorthAnotherTry(int status) {
    server.will(FakeModelServer.body(status, "{\"error\":\"boom\"}"));

    assertThat(model(PATIENT).ask(PROMPT)).isInstanceOf(Answer.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>gateway</html>",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{}}]}",
        "{\"choices\":[{\"message\":{\"content\":null}}]}",
        "{\"choices\":[{\"message\":{\"content\":[1]}}]}",
        "[",
      })
  void anAnswerWithoutATextIsOfNoUse(String body) {
    server.will(FakeModelServer.body(200, body));

    assertThat(model(PATIENT).ask(PROMPT)).isInstanceOf(Answer.Unusable.class);
  }

  @Test
  void anAnswerThatNeverComesIsCutOff() {
    server.will(server.hang());

    assertThat(model(SHORT).ask(PROMPT))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class, it -> assertThat(it.reason()).contains("300 ms"));
  }

  @Test
  void anAnswerThatDripsIsCutOff() {
    server.will(server.drip());

    assertThat(model(SHORT).ask(PROMPT))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class, it -> assertThat(it.reason()).contains("300 ms"));
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    server.will(server.flood());

    assertThat(model(PATIENT).ask(PROMPT))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class, it -> assertThat(it.reason()).contains("more than"));
  }

  @Test
  void aServerThatIsNotThereIsAFailure() {
    OpenAiModel model = model(PATIENT);
    server.close();

    assertThat(model.ask(PROMPT)).isInstanceOf(Answer.Unavailable.class);
  }

  private OpenAiModel model(Duration answerWithin) {
    http =
        new BoundedHttp(
            new BoundedHttp.Limits(Duration.ofSeconds(5), answerWithin, 64 * 1024, 1),
            InstantSource.system());
    return new OpenAiModel(
        http, URI.create(server.address() + "/chat/completions"), "tiny", "s3cret");
  }
}
