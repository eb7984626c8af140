package syndication.enrich.segment;

/// A word, a number or a punctuation mark.
///
/// @param start in the sentence, in UTF-16 units
/// @param end after the last unit
/// @param lower `text` in lower case
public record Token(String text, String lower, Kind kind, int start, int end) {

  public enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  public boolean word() {
    return kind == Kind.WORD;
  }

  /// Whether it begins with a capital letter.
  public boolean capital() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }

  /// Whether it begins with a small letter and has a capital later: "al-Assad", "eBay".
  public boolean capitalInside() {
    if (kind != Kind.WORD || !Character.isLowerCase(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether it has two letters or more, all of them capitals.
  public boolean allCapitals() {
    if (kind != Kind.WORD || text.length() < 2) {
      return false;
    }
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char it = text.charAt(i);
      if (Character.isLowerCase(it)) {
        return false;
      }
      if (Character.isUpperCase(it)) {
        capitals++;
      }
    }
    return capitals >= 2;
  }

  /// Whether it is one capital with a full stop, or two: the initials of a name.
  public boolean initial() {
    return kind == Kind.WORD
        && text.length() <= 4
        && text.endsWith(".")
        && Character.isUpperCase(text.charAt(0))
        && (text.length() == 2 || text.charAt(1) == '.');
  }
}
