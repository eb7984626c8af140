package syndication.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void aPlaceComesBackFromItsText() {
    var place = new Place(Instant.parse("2026-11-24T01:02:03.456Z"), "urn:uuid:1 2");

    assertThat(Place.of(place.text())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "eCB5", "MjAyNi0xMS0yNFQwMTowMjowM1o"})
  void anythingElseIsNoPlace(String text) {
    assertThat(Place.of(text)).isEmpty();
  }
}
