package syndication.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({"en-GB, english", "de, german", "nb, norwegian", "pl, simple", "und, simple"})
  void everyLanguageHasAConfiguration(String language, String configuration) {
    assertThat(SearchText.configuration(language)).isEqualTo(configuration);
  }

  @Test
  void textWithSpacesStaysAsItIs() {
    assertThat(SearchText.words("Ferry line, again")).isEqualTo("Ferry line, again");
  }

  @ParameterizedTest
  @CsvSource({"渡轮航线, 渡轮 轮航 航线", "渡, 渡", "A渡轮B, A 渡轮 B"})
  void textWithoutSpacesBecomesPairs(String text, String pairs) {
    assertThat(SearchText.words(text).strip()).isEqualTo(pairs);
  }
}
