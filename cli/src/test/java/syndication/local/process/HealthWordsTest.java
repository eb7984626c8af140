package syndication.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class HealthWordsTest {

  @Test
  void aServiceSaysWhatItWaitsForAndWhy() throws JsonProcessingException {
    Health health =
        health(
            503,
            """
            {"status":"OUT_OF_SERVICE","components":{
              "ping":{"status":"UP"},
              "startup":{"status":"OUT_OF_SERVICE","details":
                {"waitingFor":"broker","reason":"the Kafka broker does not answer"}},
              "sending":{"status":"DOWN","details":{"reason":"nothing could be sent"}}}}
            """);

    assertThat(health)
        .isEqualTo(
            Health.unwell(
                "startup: waits for broker, the Kafka broker does not answer;"
                    + " sending: nothing could be sent"));
  }

  @Test
  void whatDoesNoHarmIsRemarked() throws JsonProcessingException {
    Health health =
        health(
            200,
            """
            {"status":"UP","components":{
              "quiet":{"status":"UNKNOWN"},
              "registry":{"status":"UNKNOWN","details":{"reason":"does not answer"}}}}
            """);

    assertThat(health).isEqualTo(Health.well("ready; registry: does not answer"));
  }

  @Test
  void aServiceThatGivesNoReasonIsQuoted() throws JsonProcessingException {
    assertThat(health(503, "{\"status\":\"DOWN\"}")).isEqualTo(Health.unwell("says DOWN"));
    assertThat(health(200, "{\"status\":\"UP\"}")).isEqualTo(Health.well("ready"));
  }

  private static Health health(int status, String body) throws JsonProcessingException {
    return HealthWords.of(status, new ObjectMapper().readTree(body));
  }
}
