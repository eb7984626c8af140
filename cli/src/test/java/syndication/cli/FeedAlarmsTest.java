package syndication.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedAlarmsTest {

  @Test
  void aQuietSourceIsToldOf() throws JsonProcessingException {
    assertThat(alarms("\"quiet\":\"nothing new for 9 days\",\"failures\":0,\"errorClass\":null"))
        .containsExactly("source post is quiet: nothing new for 9 days");
  }

  @Test
  void aFeedThatKeepsFailingIsToldOfAndAPassingFailureIsNot() throws JsonProcessingException {
    String failing = "\"quiet\":null,\"says\":\"it is down\",\"errorClass\":\"SERVER_ERROR\"";

    assertThat(alarms(failing + ",\"failures\":3")).containsExactly("source post: it is down");
    assertThat(alarms(failing + ",\"failures\":2")).isEmpty();
  }

  @Test
  void aFeedThatIsGoneIsToldOfAtOnce() throws JsonProcessingException {
    assertThat(alarms("\"says\":\"gone for good\",\"errorClass\":\"GONE\",\"failures\":1"))
        .containsExactly("source post: gone for good");
  }

  @Test
  void aSourceWithoutAFeedOrWithoutTroubleIsNotToldOf() throws JsonProcessingException {
    assertThat(alarms("\"quiet\":null,\"failures\":0,\"errorClass\":null")).isEmpty();
    assertThat(
            FeedAlarms.of(new ObjectMapper().readTree("[{\"id\":\"api\",\"state\":\"ACTIVE\"}]")))
        .isEmpty();
  }

  private static List<String> alarms(String feed) throws JsonProcessingException {
    return FeedAlarms.of(
        new ObjectMapper()
            .readTree("[{\"id\":\"post\",\"state\":\"ACTIVE\",\"feed\":{%s}}]".formatted(feed)));
  }
}
