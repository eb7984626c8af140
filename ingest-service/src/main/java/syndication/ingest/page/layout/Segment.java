package syndication.ingest.page.layout;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// One run of inline content inside a block element, or one image or embed, in reading order.
///
/// @param index place in the page, from 0
/// @param box the innermost block element around it
/// @param text words with white space collapsed; empty for images and embeds
/// @param linkChars how many characters of `text` are inside links
/// @param leaves text and `br` nodes the text is made of
/// @param source the element of an image or embed; the first leaf's parent otherwise
public record Segment(
    int index,
    Box box,
    Kind kind,
    String text,
    int linkChars,
    int commas,
    List<Node> leaves,
    Element source) {

  /// The shortest run that is taken for running text: about twelve words.
  public static final int PROSE_CHARS_MIN = 70;

  private static final double PROSE_LINK_DENSITY_MAX = 0.4;

  /// What a segment holds.
  public enum Kind {
    TEXT,
    IMAGE,
    EMBED
  }

  public boolean isText() {
    return kind == Kind.TEXT;
  }

  public int length() {
    return text.length();
  }

  /// Share of the characters that are inside links, 0 to 1.
  public double linkDensity() {
    return text.isEmpty() ? 0 : (double) linkChars / text.length();
  }

  /// Whether it reads like running text: long enough for a sentence, and not a list of links.
  public boolean isProse() {
    return text.length() >= PROSE_CHARS_MIN
        && linkDensity() < PROSE_LINK_DENSITY_MAX
        && !box.isHeading();
  }
}
