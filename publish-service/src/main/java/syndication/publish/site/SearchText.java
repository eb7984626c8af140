package syndication.publish.site;

import java.util.Locale;
import java.util.Map;

/// Prepares text for PostgreSQL's full-text search: which of its configurations stems a language,
/// and where words are that no space marks.
public final class SearchText {

  /// Stems nothing, and so does no harm to any language.
  public static final String PLAIN = "simple";

  // Every stemmer of a PostgreSQL 18 server, by language.
  private static final Map<String, String> CONFIGURATIONS =
      Map.ofEntries(
          Map.entry("ar", "arabic"),
          Map.entry("hy", "armenian"),
          Map.entry("eu", "basque"),
          Map.entry("ca", "catalan"),
          Map.entry("da", "danish"),
          Map.entry("nl", "dutch"),
          Map.entry("en", "english"),
          Map.entry("fi", "finnish"),
          Map.entry("fr", "french"),
          Map.entry("de", "german"),
          Map.entry("el", "greek"),
          Map.entry("hi", "hindi"),
          Map.entry("hu", "hungarian"),
          Map.entry("id", "indonesian"),
          Map.entry("ga", "irish"),
          Map.entry("it", "italian"),
          Map.entry("lt", "lithuanian"),
          Map.entry("ne", "nepali"),
          Map.entry("no", "norwegian"),
          Map.entry("nb", "norwegian"),
          Map.entry("nn", "norwegian"),
          Map.entry("pt", "portuguese"),
          Map.entry("ro", "romanian"),
          Map.entry("ru", "russian"),
          Map.entry("sr", "serbian"),
          Map.entry("es", "spanish"),
          Map.entry("sv", "swedish"),
          Map.entry("ta", "tamil"),
          Map.entry("tr", "turkish"),
          Map.entry("yi", "yiddish"));

  private SearchText() {}

  /// The name of the configuration for a language.
  ///
  /// @param language BCP 47
  public static String configuration(String language) {
    return CONFIGURATIONS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), PLAIN);
  }

  /// The text with a space after every overlapping pair of characters where a script writes without
  /// spaces, so that any two neighbours can be found; other text comes back as it is.
  public static String words(String text) {
    if (text.codePoints().noneMatch(SearchText::unspaced)) {
      return text;
    }
    var out = new StringBuilder(text.length() * 3);
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean here = unspaced(points[i]);
      boolean before = i > 0 && unspaced(points[i - 1]);
      boolean after = i + 1 < points.length && unspaced(points[i + 1]);
      if (!here) {
        out.append(before ? " " : "").appendCodePoint(points[i]);
      } else if (after) {
        out.append(' ').appendCodePoint(points[i]).appendCodePoint(points[i + 1]);
      } else if (!before) {
        out.append(' ').appendCodePoint(points[i]);
      }
    }
    return out.toString();
  }

  private static boolean unspaced(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
