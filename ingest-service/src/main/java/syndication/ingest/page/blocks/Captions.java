package syndication.ingest.page.blocks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.text.Groups;

/// Parts what a picture shows from who made it.
///
/// @param words what it shows, or `null`
/// @param credit who made it, without "Photo:", or `null`
record Captions(@Nullable String words, @Nullable String credit) {

  private static final Pattern CREDIT =
      Pattern.compile(
          "[\\s(\\[|©]*\\b(?:photo(?:graph)?(?: credit)?|image(?: credit)?|picture|credit|foto|fotografía|bild|crédits?"
              + "(?: photo)?|crédito|фото)(?:s)?(?:\\s+(?:by|von|de))?\\s*[:/]\\s*([^()\\[\\]]{2,80}?)[\\s)\\].]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// @param written the whole caption, or `null`
  static Captions of(@Nullable String written) {
    if (written == null) {
      return new Captions(null, null);
    }
    Matcher match = CREDIT.matcher(written);
    if (!match.find()) {
      return new Captions(written, null);
    }
    String words = written.substring(0, match.start()).strip();
    return new Captions(words.isEmpty() ? null : words, Groups.group(match, 1).strip());
  }
}
