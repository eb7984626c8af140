package syndication.enrich.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTableTest {

  private static final String TEXT = "Under the Harbour, über the bar";

  @Test
  void findsAWordInWhateverCaseWhereItStands() {
    var table = new WordTable<>(Map.of("the", 1, "über", 2, "harbour", 3));

    assertThat(table.find(TEXT, 6, 9)).isEqualTo(1);
    assertThat(table.find(TEXT, 10, 17)).isEqualTo(3);
    assertThat(table.find(TEXT, 19, 23)).isEqualTo(2);
    assertThat(table.find(TEXT.toUpperCase(Locale.ROOT), 19, 23)).isEqualTo(2);
  }

  @Test
  void knowsNothingOfOtherWordsAndOfPartsOfWords() {
    var table = new WordTable<>(Map.of("the", 1, "harbour", 3));

    assertThat(table.find(TEXT, 0, 5)).isNull();
    assertThat(table.find(TEXT, 10, 13)).isNull();
    assertThat(new WordTable<>(Map.<String, Integer>of()).find(TEXT, 6, 9)).isNull();
  }

  @Test
  void keepsManyWordsApart() {
    Map<String, Integer> many = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      many.put("word" + i, i);
    }
    var table = new WordTable<>(many);

    many.forEach(
        (word, number) -> assertThat(table.find(word, 0, word.length())).isEqualTo(number));
  }
}
