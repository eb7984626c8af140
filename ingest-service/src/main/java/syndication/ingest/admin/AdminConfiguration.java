package syndication.ingest.admin;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.ingest.normalise.Records;
import syndication.ingest.normalise.Resubmission;

/// What operators and sources may ask about submissions and articles. `/api/admin` is guarded by
/// the operator's token before a request comes here.
@Configuration(proxyBeanMethods = false)
public class AdminConfiguration {

  @Bean
  SubmissionController submissionController(Records records) {
    return new SubmissionController(records);
  }

  @Bean
  TraceController traceController(Records records) {
    return new TraceController(records);
  }

  @Bean
  QuarantineController quarantineController(
      Records records, Resubmission resubmission, RandomGenerator random, InstantSource clock) {
    return new QuarantineController(records, resubmission, random, clock);
  }
}
