package syndication.ingest.feed;

/// A place in a feed.
///
/// @param line 1-based, 0 when the place is the feed as a whole
/// @param column 1-based, in UTF-16 units
public record Position(int line, int column) {

  public static final Position WHOLE = new Position(0, 0);

  @Override
  public String toString() {
    return line == 0 ? "whole feed" : "line " + line + ", column " + column;
  }
}
