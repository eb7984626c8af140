package syndication.ingest.polling;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How feeds are asked.
///
/// @param enabled whether this instance polls
/// @param product our name in the user agent and in robots.txt
/// @param contact where an origin's operator finds us; part of the user agent
/// @param deadline of one whole exchange
/// @param connectWithin until a connection stands
/// @param tick how often to look for feeds that are due
/// @param parallel feeds asked at once by this instance
/// @param originGap between two requests to one origin at least; its Crawl-delay may want more
@Validated
@ConfigurationProperties("syndicate.ingest.polling")
record PollingProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("Syndicate") String product,
    @DefaultValue("https://syndicate.example/contact") URI contact,
    @DefaultValue("30s") Duration deadline,
    @DefaultValue("10s") Duration connectWithin,
    @DefaultValue("1s") Duration tick,
    @DefaultValue("16") int parallel,
    @DefaultValue("1s") Duration originGap) {

  PollingProperties {
    for (Duration it : List.of(deadline, connectWithin, tick)) {
      if (it.isNegative() || it.isZero()) {
        throw new IllegalArgumentException("duration: " + it + " (expected: more than 0)");
      }
    }
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel: " + parallel + " (expected: >= 1)");
    }
  }

  String userAgent() {
    return product + "/1.0 (+" + contact + ")";
  }
}
