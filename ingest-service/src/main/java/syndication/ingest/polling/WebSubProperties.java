package syndication.ingest.polling;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How hubs reach us.
///
/// @param publicAddress at which hubs reach this service's HTTP interface, such as
///   `https://news.example/ingest`; blank: WebSub is off
/// @param tick how often to look for subscriptions that are due
@ConfigurationProperties("syndicate.ingest.websub")
record WebSubProperties(@DefaultValue("") String publicAddress, @DefaultValue("1s") Duration tick) {

  /// The environment variable of [#publicAddress()].
  static final String VARIABLE = "SYNDICATE_INGEST_PUBLIC_ADDRESS";

  private static final String PATH = "/websub/";

  WebSubProperties {
    publicAddress = publicAddress.strip().replaceAll("/+$", "");
    if (!publicAddress.isEmpty() && !isWeb(publicAddress)) {
      throw new IllegalArgumentException(
          "%s: %s (expected: an address such as https://news.example)"
              .formatted(VARIABLE, publicAddress));
    }
    if (tick.isNegative() || tick.isZero()) {
      throw new IllegalArgumentException("tick: " + tick + " (expected: more than 0)");
    }
  }

  boolean enabled() {
    return !publicAddress.isEmpty();
  }

  /// Where a hub asks back and pushes to.
  URI callback(String token) {
    return URI.create(publicAddress + PATH + token);
  }

  private static boolean isWeb(String text) {
    try {
      URI it = URI.create(text);
      @Nullable String scheme = it.getScheme();
      boolean web = "https".equals(scheme) || "http".equals(scheme);
      return web && it.getHost() != null && it.getQuery() == null && it.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
