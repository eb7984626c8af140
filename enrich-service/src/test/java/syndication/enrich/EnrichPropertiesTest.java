package syndication.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Stages;

class EnrichPropertiesTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner().withUserConfiguration(EnrichConfiguration.class);

  @Test
  void theDefaultsAreThoseOfTheStages() {
    context.run(it -> {
      EnrichProperties properties = it.getBean(EnrichProperties.class);
      assertThat(properties)
          .isEqualTo(
              new EnrichProperties(Stages.ORDER, 0.2, 15, 6, 8, 45, 65, List.of(), null, null));
      assertThat(it).hasSingleBean(Enricher.class);
    });
  }

  @Test
  void refusesAStageThatDoesNotExist() {
    context
        .withPropertyValues("syndicate.enrich.stages=reading,horoscope")
        .run(it ->
            assertThat(it)
                .hasFailed()
                .getFailure()
                .rootCause()
                .hasMessageContaining("stages: horoscope (expected:"));
  }

  @Test
  void refusesASummaryOfNoWords() {
    context
        .withPropertyValues("syndicate.enrich.summary-words-most=0")
        .run(it -> assertThat(it).hasFailed());
  }
}
