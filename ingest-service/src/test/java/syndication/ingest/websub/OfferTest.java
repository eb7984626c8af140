package syndication.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTest {

  private static final URI FEED = URI.create("https://harbour.example/news/feed");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<https://hub.example/>; rel=\"hub\", <https://harbour.example/f>; rel=\"self\""
            + " | https://hub.example/ | https://harbour.example/f",
        "<https://hub.example/>;rel=hub | https://hub.example/ | https://harbour.example/news/feed",
        "</push>; title=\"a, b; <c>\"; REL=\"alternate Hub\", <feed>; rel=self"
            + " | https://harbour.example/push | https://harbour.example/news/feed",
        "<a b>; rel=hub, <https://hub.example/>; rel=hub; rel=self"
            + " | https://hub.example/ | https://harbour.example/news/feed",
        "<http://plain.example/>; rel=hub, <https://hub.example/>; rel=hub"
            + " | https://hub.example/ | https://harbour.example/news/feed",
      })
  void aHubIsFoundInTheLinkHeader(String header, URI hub, URI topic) {
    assertThat(Offer.discover(header, List.of(), null, FEED)).contains(new Offer(hub, topic));
  }

  @Test
  void theHeaderCountsBeforeTheFeedAndTheFeedBeforeItsAddress() {
    URI inFeed = URI.create("https://hub.example/of-feed");
    URI self = URI.create("https://harbour.example/self");

    assertThat(Offer.discover(null, List.of(inFeed), self, FEED)).contains(new Offer(inFeed, self));
    assertThat(Offer.discover("<https://hub.example/h>; rel=hub", List.of(inFeed), self, FEED))
        .contains(new Offer(URI.create("https://hub.example/h"), self));
    assertThat(Offer.discover(null, List.of(inFeed), null, FEED)).contains(new Offer(inFeed, FEED));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none",
        "<ftp://hub.example/>; rel=hub",
        "<mailto:hub@example>; rel=hub",
        "https://hub.example/; rel=hub",
        "<https://hub.example/>; rel=hubs",
      })
  void whatIsNoHubIsNotTaken(@org.jspecify.annotations.Nullable String header) {
    assertThat(Offer.discover(header, List.of(), null, FEED)).isEmpty();
  }
}
