package syndication.ingest.feed.date;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates in every form that feeds were seen to use: RFC 822 and its many misreadings, ISO
/// 8601 and W3C's profile of it, asctime, Perforce, Unix time, and months in most languages.
///
/// A date without a zone is taken as UTC. What can mean two days is no date.
public final class FeedDates {

  /// The longest real date has some 60 characters.
  private static final int CHARS_MAX = 120;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u200E\\u200F]+");

  /// Java's own addition to ISO 8601, as in `+01:00[Europe/Berlin]`.
  private static final Pattern REGION = Pattern.compile("\\[[^\\]]{1,60}] ?$");

  private FeedDates() {}

  /// The moment, or `null` when the text is no date.
  public static @Nullable Instant parse(@Nullable String written) {
    if (written == null || written.length() > CHARS_MAX) {
      return null;
    }
    String text = normal(written);
    if (text.isEmpty()) {
      return null;
    }
    try {
      Instant iso = IsoDate.parse(text);
      if (iso != null) {
        return iso;
      }
      Instant korean = KoreanDate.parse(text);
      return korean == null ? WordedDate.parse(text) : korean;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String normal(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String line = SPACES.matcher(text).replaceAll(" ");
    return REGION.matcher(line).replaceFirst("").strip();
  }
}
