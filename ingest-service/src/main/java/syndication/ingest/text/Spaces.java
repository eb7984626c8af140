package syndication.ingest.text;

/// Which characters are white space to a reader, and which are there for machines only.
///
/// Text is kept as published, quotes and dashes included; only white space is made plain, because
/// publishers mix its kinds without meaning.
public final class Spaces {

  private Spaces() {}

  /// Every kind of space and line end, no-break ones included.
  public static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u0085'
        || c == '\u00a0'
        || (c >= '\u1680'
            && (c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'));
  }

  /// Break hints and marks of byte order. Joiners and marks of direction are not among them:
  /// scripts need those.
  public static boolean isMark(char c) {
    return c == '\u200b' || c == '\u00ad' || c == '\ufeff' || c == '\u2060';
  }
}
