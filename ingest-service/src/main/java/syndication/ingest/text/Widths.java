package syndication.ingest.text;

/// Measures text so that scripts which say more with a character are not held to be short.
final class Widths {

  /// An ideograph or syllable counts like this many letters.
  private static final int WIDE = 3;

  private Widths() {}

  static int of(String text) {
    return Math.toIntExact(
        text.chars()
            .mapToLong(it -> Character.isIdeographic(it) || isSyllable(it) ? WIDE : 1)
            .sum());
  }

  /// Whether most of it is written without spaces between words.
  static boolean isWide(String text) {
    return of(text) > 2 * text.length();
  }

  private static boolean isSyllable(int c) {
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7a3);
  }
}
