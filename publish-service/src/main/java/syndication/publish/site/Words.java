package syndication.publish.site;

/// Keeps texts within bounds without cutting words or characters in two.
public final class Words {

  private Words() {}

  /// The text, or its beginning up to the last whole word and an ellipsis.
  ///
  /// @param lengthMax in UTF-16 units, at least 2
  public static String cut(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    int end = lengthMax - 1;
    int space = text.lastIndexOf(' ', end);
    if (space > lengthMax / 2) {
      end = space;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
