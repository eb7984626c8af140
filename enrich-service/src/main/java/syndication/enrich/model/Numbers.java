package syndication.enrich.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.WordLists;

/// The numbers of a text, each in one spelling: "1,200", "1.200" and "1 200" are 1200, "twelve" is
/// 12. What a word of our lists counts is read in the text's language alone.
final class Numbers {

  // Groups of three digits parted by one mark, or digits with a decimal part.
  private static final Pattern DIGITS =
      Pattern.compile(
          "\\d{1,3}(?:[ .,'’\\u00A0\\u202F]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?");
  private static final Pattern GROUPED =
      Pattern.compile("(\\d{1,3}(?:[ .,'’\\u00A0\\u202F]\\d{3})+)(?:[.,](\\d+))?");

  private static final Map<String, Map<String, String>> WORDS = read();

  private Numbers() {}

  /// The values of all numbers, in digits and in words; "one" is left out, which is an article or a
  /// pronoun in most languages.
  static Set<String> of(List<Sentence> sentences, String language) {
    Map<String, String> words = WORDS.getOrDefault(language, Map.of());
    Set<String> values = new TreeSet<>();
    for (Sentence sentence : sentences) {
      digits(sentence.text(), values);
      for (Token it : sentence.tokens()) {
        String value = it.word() ? words.get(it.lower()) : null;
        if (value != null) {
          values.add(value);
        }
        for (String part : it.word() ? it.lower().split("-", -1) : new String[0]) {
          String partValue = words.get(part);
          if (partValue != null) {
            values.add(partValue);
          }
        }
      }
    }
    return values;
  }

  static void digits(String text, Set<String> values) {
    Matcher it = DIGITS.matcher(ascii(text));
    while (it.find()) {
      values.add(canonical(String.valueOf(it.group())));
    }
  }

  private static String canonical(String number) {
    Matcher grouped = GROUPED.matcher(number);
    if (grouped.matches()) {
      String whole = String.valueOf(grouped.group(1)).replaceAll("\\D", "");
      String part = grouped.group(2);
      return plain(part == null ? whole : whole + "." + part);
    }
    return plain(number.replace(',', '.'));
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  // Digits of other scripts as ours.
  private static String ascii(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            it -> out.appendCodePoint(Character.isDigit(it) ? '0' + Character.digit(it, 10) : it));
    return out.toString();
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> all = new HashMap<>();
    WordLists lists = WordLists.load("model-numbers");
    for (String language : lists.sections()) {
      Map<String, String> words = new HashMap<>();
      for (String entry : lists.entries(language)) {
        int equals = entry.indexOf('=');
        words.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
      }
      all.put(language, Map.copyOf(words));
    }
    return Map.copyOf(all);
  }
}
