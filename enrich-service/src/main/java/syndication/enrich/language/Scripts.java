package syndication.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Languages that their script gives away.
final class Scripts {

  private static final int LETTERS_LEAST = 4;
  private static final double SHARE_LEAST = 0.5;
  // Japanese text is a third kana or more; a Chinese text that quotes a brand name is not.
  private static final double KANA_SHARE_LEAST = 0.08;

  private static final Map<UnicodeScript, String> ONE_LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"));

  private Scripts() {}

  /// The language, or `null` when the script is shared by several that letters do not part.
  static @Nullable LanguageGuess guess(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char it = text.charAt(i);
      if (it < 0x250) {
        if (Character.isLetter(it)) {
          latin++;
          letters++;
        }
      } else if (Character.isLetter(it)) {
        letters++;
        counts.merge(UnicodeScript.of(it), 1, Integer::sum);
      }
    }
    if (letters < LETTERS_LEAST || latin > letters * SHARE_LEAST) {
      return null;
    }
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana + han > letters * SHARE_LEAST) {
      return sure(kana > (kana + han) * KANA_SHARE_LEAST ? "ja" : "zh");
    }
    for (Map.Entry<UnicodeScript, Integer> it : counts.entrySet()) {
      if (it.getValue() > letters * SHARE_LEAST) {
        return switch (it.getKey()) {
          case CYRILLIC -> cyrillic(text);
          case ARABIC -> arabic(text);
          default -> {
            String language = ONE_LANGUAGE.get(it.getKey());
            yield language == null ? null : sure(language);
          }
        };
      }
    }
    return null;
  }

  private static @Nullable LanguageGuess cyrillic(String text) {
    if (count(text, "ўЎ") > 0) {
      return sure("be");
    }
    if (count(text, "іїєґІЇЄҐ") > 0 && count(text, "ыэъЫЭЪ") == 0) {
      return sure("uk");
    }
    if (count(text, "ѓќѕЃЌЅ") > 0) {
      return sure("mk");
    }
    if (count(text, "ђћџјљњЂЋЏЈЉЊ") > 0) {
      return sure("sr");
    }
    if (count(text, "әғқңөұүһӘҒҚҢӨҰҮҺ") > 0) {
      return null;
    }
    if (count(text, "ыэЫЭ") > 0) {
      return sure("ru");
    }
    return count(text, "ъЪ") > 2 ? sure("bg") : null;
  }

  private static @Nullable LanguageGuess arabic(String text) {
    if (count(text, "ٹڈڑےںھ") > 2) {
      return sure("ur");
    }
    if (count(text, "پچگژیک") > 2) {
      return count(text, "ڕۆێەڵ") > 2 ? sure("ckb") : sure("fa");
    }
    return count(text, "ةىأإ") > 0 ? sure("ar") : null;
  }

  private static int count(String text, String letters) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) >= 0) {
        count++;
      }
    }
    return count;
  }

  private static LanguageGuess sure(String language) {
    return new LanguageGuess(language, 0.99);
  }
}
