package syndication.ingest.page.metadata;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of months in the languages of the sources we know, long and short.
final class Months {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "da", "nb", "fi", "cs",
          "tr", "id", "hu", "ro", "el", "ca", "hr", "sk", "sl", "bg", "sr", "lt", "lv", "et", "is",
          "ar", "fa", "he", "hi", "ms", "eu", "gl", "th", "bn", "az", "sq", "mk", "be", "sw", "af");

  private static final Map<String, Integer> NUMBERS = numbers();

  private Months() {}

  /// 1 to 12, or 0 when the word is not a month.
  static int number(String word) {
    return NUMBERS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.of(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            new TextStyle[] {
              TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE
            }) {
          String name =
              month.getDisplayName(style, locale).toLowerCase(Locale.ROOT).replace(".", "");
          if (name.length() >= 3 && Character.isLetter(name.charAt(0))) {
            numbers.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    numbers.put("sept", 9);
    return Map.copyOf(numbers);
  }
}
