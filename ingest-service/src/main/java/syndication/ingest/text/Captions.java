package syndication.ingest.text;

import java.util.regex.Pattern;

/// What stands below a picture, told by the credit that goes with it.
final class Captions {

  private static final int CHARS_MAX = 400;

  /// The longest credit that is told, in brackets.
  private static final int CREDIT_CHARS_MAX = 150;

  private static final String PICTURE =
      "(photo(graph)?|image|picture|video|credit|photo credit|image credit|picture"
          + " credit|illustration|foto|bild|bildquelle|beeld|afbeelding|imagen|fotografía|fotografia|crédito|crédit|crédit"
          + " photo|crédits|imagem|immagine|фото|изображение|写真|图|圖|图片|사진)s?";

  private static final Pattern STARTS =
      LineRules.rule(
          "^((图为|圖為|资料图|資料圖).{2,120}|(image|photo|picture|video|figure)?"
              + " ?caption\\b\\s*[,:.–-]?|bildunterschrift\\s*:|légende\\s*:|(file|handout|undated|archive)"
              + " (photo|image|picture)\\b|"
              + PICTURE
              + "\\s?( by| courtesy( of)?| via| de| von| di)?\\s*[:/：©]|(picture|photo|image)s?"
              + " (by|courtesy of) (?=\\p{Lu})|(getty images|reuters|afp|epa|ap"
              + " photo|shutterstock|istock)\\b.{0,60}$).{0,300}$");

  /// A description, and behind it who made the picture.
  private static final Pattern ENDS =
      LineRules.rule(
          "^.{0,300}((?<=[.!?…\"”’»)\\]])|[|/]|\\s[–—-])\\s*"
              + PICTURE
              + "\\s?( by| courtesy( of)?|"
              + " via)?\\s*[:/：©]\\s*[^.!?]{2,80}\\.?$|^.{10,300}[(\\[](?-i:\\p{Lu}[\\p{L}.'’-]*("
              + " \\p{Lu}[\\p{L}.'’-]*){1,3}\\s?/\\s?\\p{Lu})[^)\\]]{2,50}[)\\]]\\.?$"
              + "|^.{10,300}\\s(©|\\(c\\))\\s?\\p{Lu}[^.]{1,60}$|^.{0,300}[(\\[]((file"
              + " )?(photo|image|picture|photograph|foto|bild)s?( by| via| courtesy|:|/)|ap"
              + " photo|credit:?)[^)\\]]{2,80}[)\\]]\\.?$|^.{0,300}(/|[(\\[]|\\bvia )(getty"
              + " images?|afp|ap|reuters|epa|epa-efe|dpa|efe|ansa|shutterstock|ap photo|pa|pa"
              + " wire|alamy)[)\\]]?\\.?$|^.{0,300}(?<=[.!?”\"])\\s?(reuters|afp|ap photo|getty"
              + " images|ap|epa)/[^.]{2,60}$");

  private Captions() {}

  static boolean isCaption(String text) {
    return text.length() <= CHARS_MAX
        && (STARTS.matcher(text).matches() || (isCredited(text) && ENDS.matcher(text).matches()));
  }

  /// Whether near the end there is one of the marks, or "via", without which no credit is written.
  private static boolean isCredited(String text) {
    for (int i = Math.max(0, text.length() - CREDIT_CHARS_MAX); i < text.length(); i++) {
      if ("©:：/([".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return text.contains("via ") || text.contains("Via ");
  }
}
