package syndication.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

  @ParameterizedTest
  @CsvSource({
    "ada-marsh, ada-marsh",
    "person/ada-marsh, person--ada-marsh",
    "medtop:20000337, 20000337",
    "en, en"
  })
  void anIdThatIsSafeInAnAddressStaysReadable(String id, String token) {
    assertThat(Token.of(id)).isEqualTo(token);
  }

  @Test
  void differentIdsHaveDifferentTokensAndAllAreSafe() {
    List<String> ids =
        List.of(
            "Å", "a", "A", "a b", "a-b", "a--b", "a/b", "../a", "北京", "上海", "", "x".repeat(500));

    List<String> tokens = ids.stream().map(Token::of).toList();

    assertThat(tokens).doesNotHaveDuplicates().allMatch(it -> it.matches("[a-z0-9-]{1,100}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'Ferry line, again!', ferry-line-again",
    "Über Häfen & Čapek, uber-hafen-capek",
    "'  --  ', ''",
    "渡轮, ''"
  })
  void aSlugIsTheWordsThatAsciiCanSpell(String headline, String slug) {
    assertThat(Token.slug(headline)).isEqualTo(slug);
  }

  @Test
  void aLongSlugEndsWithAWholeWord() {
    assertThat(Token.slug("word ".repeat(40))).hasSizeLessThanOrEqualTo(60).endsWith("word");
  }
}
