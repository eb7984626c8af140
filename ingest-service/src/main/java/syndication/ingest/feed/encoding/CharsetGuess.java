package syndication.ingest.feed.encoding;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Guesses an encoding from the letters that it would give, where nobody declared a possible one.
///
/// Each candidate must decode every byte; among those the one wins whose letters look most like
/// text of the languages it is used for.
final class CharsetGuess {

  private static final List<String> CANDIDATES =
      List.of(
          "shift_jis",
          "euc-jp",
          "euc-kr",
          "gb18030",
          "big5",
          "koi8-r",
          "windows-1251",
          "windows-1253",
          "windows-1255",
          "windows-1256",
          "tis-620");

  /// What it takes for a guess to be better than windows-1252: nearly all letters beyond ASCII look
  /// right.
  private static final double SHARE_MIN = 0.75;

  private static final int SAMPLE_CHARS_MAX = 20_000;

  /// Enough to tell; the whole is decoded strictly afterwards.
  private static final int SAMPLE_BYTES_MAX = 64 * 1024;

  private CharsetGuess() {}

  /// The beginning, up to the end of a line, so that no character is cut.
  private static byte[] sample(byte[] content) {
    if (content.length <= SAMPLE_BYTES_MAX) {
      return content;
    }
    int end = SAMPLE_BYTES_MAX;
    while (end > SAMPLE_BYTES_MAX / 2 && content[end] != '\n' && content[end] != '>') {
      end--;
    }
    return Arrays.copyOf(content, end);
  }

  static @Nullable String of(byte[] content) {
    byte[] bytes = sample(content);
    String best = null;
    double bestShare = SHARE_MIN;
    for (String candidate : CANDIDATES) {
      String text = FeedDecoder.strictly(bytes, candidate);
      if (text != null) {
        double share = LetterShare.of(text, candidate, SAMPLE_CHARS_MAX);
        if (share > bestShare) {
          bestShare = share;
          best = candidate;
        }
      }
    }
    return best;
  }
}
