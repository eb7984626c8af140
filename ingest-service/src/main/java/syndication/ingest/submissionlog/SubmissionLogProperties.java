package syndication.ingest.submissionlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long writing what sources gave us may take.
///
/// @param deadline until Kafka has confirmed; after that the source is told to come again
@Validated
@ConfigurationProperties("syndicate.ingest.submission-log")
public record SubmissionLogProperties(@DefaultValue("5s") Duration deadline) {

  public SubmissionLogProperties {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: more than 0)");
    }
  }
}
