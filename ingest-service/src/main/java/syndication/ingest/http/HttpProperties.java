package syndication.ingest.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What sources may do over HTTP.
///
/// @param ratePerSecond articles each source may hand in a second, on each instance
/// @param burst articles a source may hand in at once after a pause
/// @param keyOverlap how long old keys work after a new one was made
@Validated
@ConfigurationProperties("syndicate.ingest.http")
record HttpProperties(
    @DefaultValue("200") double ratePerSecond,
    @DefaultValue("2000") double burst,
    @DefaultValue("24h") Duration keyOverlap) {

  HttpProperties {
    if (ratePerSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException(
          "rate-per-second, burst: %s, %s (expected: more than 0, at least 1)"
              .formatted(ratePerSecond, burst));
    }
  }
}
