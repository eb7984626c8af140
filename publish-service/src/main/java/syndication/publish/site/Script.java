package syndication.publish.site;

import java.util.Locale;
import java.util.Set;

/// How a language is written.
public final class Script {

  // Languages that are written from right to left by default.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          "ar", "arc", "arz", "ckb", "dv", "fa", "ha-arab", "he", "iw", "khw", "ks", "mzn", "nqo",
          "pnb", "ps", "sd", "syr", "ug", "ur", "yi", "ji");
  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg");

  private Script() {}

  /// The value of HTML's `dir` for text in a language.
  ///
  /// @param language BCP 47
  /// @return rtl, ltr, or auto when the language is not known
  public static String direction(String language) {
    Locale locale = Locale.forLanguageTag(language);
    if (locale.getLanguage().isEmpty()) {
      return "auto";
    }
    boolean rightToLeft =
        locale.getScript().isEmpty()
            ? RIGHT_TO_LEFT.contains(locale.getLanguage())
            : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    return rightToLeft ? "rtl" : "ltr";
  }
}
