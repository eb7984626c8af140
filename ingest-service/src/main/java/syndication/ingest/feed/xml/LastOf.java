package syndication.ingest.feed.xml;

/// Finds the next place of a mark in a text, and remembers when there is none left, so that a text
/// full of beginnings without ends is not searched to its end for each of them.
final class LastOf {

  private final String text;
  private final String mark;
  private boolean none;

  LastOf(String text, String mark) {
    this.text = text;
    this.mark = mark;
  }

  /// Index of the mark at or behind `from`, which never decreases from call to call; or -1.
  int next(int from) {
    if (none) {
      return -1;
    }
    int found = text.indexOf(mark, from);
    none = found < 0;
    return found;
  }
}
