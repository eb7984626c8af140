package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The forms a place's name takes in a sentence, in languages that bend names or glue small words
/// to them: "России", "Polsce", "بالقاهرة", "한국은". Only of single words, and only common forms:
/// what is missing is not found, and nothing else is found instead.
final class Inflections {

  private static final int LETTERS_LEAST = 3;

  // Language, to what a name ends with, to what stands there in other cases; "" is any consonant.
  private static final Map<String, Map<String, List<String>>> ENDINGS =
      Map.of(
          "ru",
          Map.of(
              "ия", List.of("ии", "ию", "ией"),
              "а", List.of("ы", "и", "е", "у", "ой"),
              "я", List.of("и", "е", "ю", "ей"),
              "ь", List.of("и", "ью", "я", "ю", "ем", "е"),
              "й", List.of("я", "ю", "ем", "е"),
              "ы", List.of("", "ам", "ами", "ах"),
              "", List.of("а", "у", "ом", "е")),
          "uk",
          Map.of(
              "ія", List.of("ії", "ію", "ією"),
              "а", List.of("и", "і", "у", "ою"),
              "я", List.of("і", "ю", "ею"),
              "ь", List.of("і", "ю", "я", "ем"),
              "й", List.of("ю", "єм", "ї", "я"),
              "", List.of("а", "у", "ом", "і", "ові")),
          "pl",
          Map.of(
              "ska", List.of("ski", "skę", "ską", "sce"),
              "ia", List.of("ii", "ię", "ią"),
              "ja", List.of("ji", "ję", "ją"),
              "a", List.of("y", "i", "ę", "ą", "ie"),
              "cy", List.of("iec", "com", "cami", "czech"),
              "y", List.of("", "om", "ami", "ach", "ech"),
              "", List.of("u", "a", "owi", "em", "ie")),
          "cs",
          Map.of(
              "sko", List.of("ska", "sku", "skem"),
              "ie", List.of("ii", "ií"),
              "a", List.of("y", "e", "u", "ou", "ě"),
              "", List.of("u", "em", "ě", "a")));

  private static final Map<String, List<String>> BEFORE =
      Map.of(
          "ar", List.of("و", "ب", "ل", "ف", "وب", "ول"),
          "he", List.of("ב", "ל", "מ", "ו", "ה", "ש"));

  private static final Map<String, List<String>> AFTER =
      Map.of(
          "ko", List.of("은", "는", "이", "가", "을", "를", "의", "에", "에서", "과", "와", "도", "로", "으로"),
          "sv", List.of("s"),
          "da", List.of("s"),
          "no", List.of("s"),
          "de", List.of("s"),
          "nl", List.of("s"));

  private Inflections() {}

  /// The name in other forms than the one it is listed in; most often none.
  static List<String> of(String name, String language) {
    boolean little = name.length() < LETTERS_LEAST && !"ko".equals(language);
    if (little || name.indexOf(' ') >= 0) {
      return List.of();
    }
    var forms = new ArrayList<String>();
    endings(name, ENDINGS.getOrDefault(language, Map.of()), forms);
    BEFORE.getOrDefault(language, List.of()).forEach(it -> forms.add(it + name));
    if (!name.endsWith("s")) {
      AFTER.getOrDefault(language, List.of()).forEach(it -> forms.add(name + it));
    }
    // The article melts into "to": "للسودان".
    if ("ar".equals(language) && name.startsWith("ال")) {
      forms.add("لل" + name.substring(2));
    }
    return forms;
  }

  private static void endings(String name, Map<String, List<String>> endings, List<String> forms) {
    for (int length = 3; length > 0; length--) {
      String tail = name.substring(Math.max(0, name.length() - length));
      List<String> others = endings.get(tail);
      if (others != null && !tail.isEmpty()) {
        String stem = name.substring(0, name.length() - length);
        others.forEach(it -> forms.add(stem + it));
        return;
      }
    }
    boolean consonant = "аеёиоуыэюяіїєaeiouyąęóáéíúůý".indexOf(name.charAt(name.length() - 1)) < 0;
    if (consonant) {
      endings.getOrDefault("", List.of()).forEach(it -> forms.add(name + it));
    }
  }
}
