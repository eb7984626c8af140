package syndication.ingest.feed.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps of a `style` attribute what looks like something, and nothing that loads or runs.
final class StyleCleaner {

  private static final Set<String> PROPERTIES =
      Set.of(
          "azimuth",
          "background-color",
          "border-bottom-color",
          "border-collapse",
          "border-color",
          "border-left-color",
          "border-right-color",
          "border-top-color",
          "clear",
          "color",
          "cursor",
          "direction",
          "display",
          "elevation",
          "float",
          "font",
          "font-family",
          "font-size",
          "font-style",
          "font-variant",
          "font-weight",
          "height",
          "letter-spacing",
          "line-height",
          "overflow",
          "pause",
          "pause-after",
          "pause-before",
          "pitch",
          "pitch-range",
          "richness",
          "speak",
          "speak-header",
          "speak-numeral",
          "speak-punctuation",
          "speech-rate",
          "stress",
          "text-align",
          "text-decoration",
          "text-indent",
          "unicode-bidi",
          "vertical-align",
          "voice-family",
          "volume",
          "white-space",
          "width");

  private static final Set<String> BOX_PROPERTIES =
      Set.of("background", "border", "margin", "padding");

  private static final Set<String> BOX_WORDS =
      Set.of(
          "!important",
          "aqua",
          "auto",
          "black",
          "block",
          "blue",
          "bold",
          "both",
          "bottom",
          "brown",
          "center",
          "collapse",
          "dashed",
          "dotted",
          "fuchsia",
          "gray",
          "green",
          "italic",
          "left",
          "lime",
          "maroon",
          "medium",
          "navy",
          "none",
          "normal",
          "nowrap",
          "olive",
          "pointer",
          "purple",
          "red",
          "right",
          "silver",
          "solid",
          "teal",
          "top",
          "transparent",
          "underline",
          "white",
          "yellow");

  private static final Pattern BOX_VALUE =
      Pattern.compile(
          "#[0-9a-f]{1,8}|rgb\\(\\d{1,3}%?,\\d{0,3}%?,?\\d{0,3}%?\\)?"
              + "|\\d{0,2}\\.?\\d{0,2}(?:cm|em|ex|in|mm|pc|pt|px|%|,|\\))?");

  private static final Pattern LOADING = Pattern.compile("url\\s{0,9}\\([^)]{0,2000}\\)\\s{0,9}");

  /// A longer style is not text formatting any more.
  private static final int CHARS_MAX = 4_000;

  private StyleCleaner() {}

  static String clean(String written) {
    if (written.length() > CHARS_MAX) {
      return "";
    }
    String style = LOADING.matcher(written).replaceAll(" ");
    if (!isTame(style)) {
      return "";
    }
    var kept = new ArrayList<String>();
    for (String declaration : style.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon < 0) {
        if (!declaration.isBlank()) {
          return "";
        }
        continue;
      }
      String property = declaration.substring(0, colon).strip();
      String value = declaration.substring(colon + 1).stripLeading();
      if (value.indexOf(':') >= 0 || !isName(property)) {
        return "";
      }
      if (!value.isEmpty() && isAllowed(property.toLowerCase(Locale.ROOT), value)) {
        kept.add(property + ": " + value + ";");
      }
    }
    return String.join(" ", kept);
  }

  private static boolean isAllowed(String property, String value) {
    if (PROPERTIES.contains(property)) {
      return true;
    }
    int hyphen = property.indexOf('-');
    String family = hyphen < 0 ? property : property.substring(0, hyphen);
    if (!BOX_PROPERTIES.contains(family)) {
      return false;
    }
    for (String word : List.of(value.strip().split("\\s+"))) {
      if (!BOX_WORDS.contains(word) && !BOX_VALUE.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String property) {
    for (int i = 0; i < property.length(); i++) {
      char c = property.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return !property.isEmpty();
  }

  /// Only letters, digits, a little punctuation, simple strings and number lists: whatever else CSS
  /// has can hide something.
  private static boolean isTame(String style) {
    for (int i = 0; i < style.length(); i++) {
      char c = style.charAt(i);
      if (c == '\'' || c == '"' || c == '(') {
        int close = style.indexOf(c == '(' ? ')' : c, i + 1);
        if (close <= i + 1 || !isTameInside(style, i + 1, close, c == '(')) {
          return false;
        }
        i = close;
      } else if (c == '-') {
        boolean between = i > 0 && i + 1 < style.length();
        if (!between || !isWord(style.charAt(i - 1)) || !isWord(style.charAt(i + 1))) {
          return false;
        }
      } else if (!isAsciiWord(c) && !Character.isWhitespace(c) && ":,;#%.!".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTameInside(String style, int from, int to, boolean numbers) {
    for (int i = from; i < to; i++) {
      char c = style.charAt(i);
      boolean fits = numbers ? (c >= '0' && c <= '9') || c == ',' || c == '%' : isWord(c);
      if (!fits && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isAsciiWord(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
