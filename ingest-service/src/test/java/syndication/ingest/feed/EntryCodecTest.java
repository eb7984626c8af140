package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntryCodecTest {

  private final EntryCodec codec = new EntryCodec();

  @Test
  void givesBackWhatItTook() {
    for (String fixture : Fixtures.ALL) {
      for (Entry entry : Fixtures.feed(fixture).entries()) {
        assertThat(codec.fromJson(codec.toJson(entry))).isEqualTo(entry);
      }
    }
  }

  @Test
  void writesTheSameEntryTheSameWayWhenItIsReceivedLater() {
    byte[] bytes = Fixtures.bytes("jsonfeed.json");
    Entry today = new FeedReader().read(bytes, null, null, Fixtures.RECEIVED).entries().get(1);
    Entry tomorrow =
        new FeedReader()
            .read(bytes, null, null, Fixtures.RECEIVED.plusSeconds(86_400))
            .entries()
            .get(1);

    assertThat(codec.toJson(today)).isEqualTo(codec.toJson(tomorrow));
  }

  @Test
  void refusesWhatIsNoEntry() {
    assertThatThrownBy(() -> codec.fromJson("[]".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: application/vnd.syndicate.entry+json");
  }
}
