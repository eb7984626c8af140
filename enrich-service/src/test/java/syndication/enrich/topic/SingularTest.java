package syndication.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularTest {

  @ParameterizedTest
  @CsvSource({
    "authorities, authority",
    "authors, author",
    "ferries, ferry",
    "trains, train",
    "prices, price",
    "class, class",
    "virus, virus",
    "important, important",
    "bus, bus",
    "gas, gas",
  })
  void takesAwayThePluralAndNothingElse(String word, String singular) {
    assertThat(Singular.of(word)).isEqualTo(singular);
  }
}
