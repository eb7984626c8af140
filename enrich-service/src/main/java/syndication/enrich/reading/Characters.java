package syndication.enrich.reading;

/// Cleans text letter by letter.
final class Characters {

  // A script shows in a few letters.
  private static final int LOOK = 30;

  private Characters() {}

  /// Without controls, invisible and direction marks; runs of spaces become one; line ends stay.
  static String clean(String text, int max) {
    var out = new StringBuilder(Math.min(text.length(), max));
    boolean space = true;
    for (int i = 0; i < text.length() && out.length() < max; i++) {
      char it = text.charAt(i);
      if (it == '\n' || it == '\r' || it == '\u2028' || it == '\u2029') {
        out.append('\n');
        space = true;
      } else if (it > ' ' && it < 0x7F) {
        out.append(it);
        space = false;
      } else if (it == ' ' || it == '\t' || Character.isSpaceChar(it)) {
        if (!space) {
          out.append(' ');
        }
        space = true;
      } else if (!unseen(it) && !lonely(text, i)) {
        out.append(it);
        space = false;
      }
    }
    if (!out.isEmpty() && Character.isHighSurrogate(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  // Joiners stay: Persian and Indic words need them.
  private static boolean unseen(char it) {
    return it < ' '
        || (it >= 0x7F && it < 0xA0)
        || it == 0xAD
        || it == 0x200B
        || it == 0x200E
        || it == 0x200F
        || (it >= 0x202A && it <= 0x202E)
        || (it >= 0x2060 && it <= 0x206F)
        || it == 0xFEFF
        || it == 0xFFFC
        || it == 0xFFFD
        || (it >= 0xE000 && it <= 0xF8FF);
  }

  private static boolean lonely(String text, int at) {
    char it = text.charAt(at);
    if (Character.isHighSurrogate(it)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(it)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /// Whether the text is in a script that does not end sentences with a mark.
  static boolean spaceless(String text) {
    int limit = Math.min(text.length(), LOOK);
    for (int i = 0; i < limit; i++) {
      char it = text.charAt(i);
      boolean found =
          it >= 0x0E00
              && (it <= 0x0EFF || (it >= 0x1000 && it <= 0x109F) || (it >= 0x1780 && it <= 0x17FF));
      if (found) {
        return true;
      }
    }
    return false;
  }

  /// Whether the first letters are of a script that does not part words by spaces, or Korean, whose
  /// words carry their endings.
  static boolean unspaced(String text) {
    int limit = Math.min(text.length(), LOOK);
    for (int i = 0; i < limit; i++) {
      char it = text.charAt(i);
      if (it >= 0x0E00 && (ideograph(it) || (it >= 0xAC00 && it <= 0xD7AF))) {
        return true;
      }
    }
    return spaceless(text);
  }

  /// Whether a few letters say much, as in Chinese.
  static boolean dense(String text) {
    int limit = Math.min(text.length(), LOOK);
    for (int i = 0; i < limit; i++) {
      if (ideograph(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ideograph(char it) {
    return it >= 0x3040 && (it <= 0x30FF || Character.isIdeographic(it));
  }
}
