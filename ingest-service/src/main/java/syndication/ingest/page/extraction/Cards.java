package syndication.ingest.page.extraction;

import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Finds grids of cards: boxes whose children are mostly teasers of other pages, each with a linked
/// heading or a linked picture, whatever their names are.
final class Cards {

  private static final int CARD_CHARS_MIN = 15;
  private static final int CARD_CHARS_MAX = 400;
  private static final int CARD_SEGMENTS_MAX = 10;
  private static final int CARDS_MIN = 3;
  private static final double CARD_SHARE_MIN = 0.6;
  private static final int TEASER_CHARS_MAX = 700;

  private final int[] cards;
  private final int[] children;
  private final boolean led;

  Cards(Layout layout) {
    int size = layout.boxes().size();
    this.cards = new int[size];
    this.children = new int[size];
    boolean headed = false;
    for (Box box : layout.boxes()) {
      headed = headed || (box.tag().equals("article") && layout.headsIn(box) > 0);
      Box parent = box.parent();
      if (parent != null && box.end() > box.first()) {
        children[parent.index()]++;
        cards[parent.index()] += isCard(layout, box) ? 1 : 0;
      }
    }
    this.led = headed;
  }

  /// Whether the box is a grid of cards.
  boolean isGrid(Box box) {
    int count = cards[box.index()];
    return count >= CARDS_MIN && count >= CARD_SHARE_MIN * children[box.index()];
  }

  /// Whether an `article` element is a teaser: another one holds the page's title, and the heading
  /// of this one links to the story it is about.
  boolean isTeaser(Layout layout, Box box) {
    if (!led || layout.chars(box) > TEASER_CHARS_MAX || layout.headsIn(box) > 0) {
      return false;
    }
    for (int i = box.first(); i < box.end(); i++) {
      Segment segment = layout.segments().get(i);
      if (segment.box().isHeading()) {
        return segment.linkDensity() > 0.8;
      }
    }
    return false;
  }

  private static boolean isCard(Layout layout, Box box) {
    int chars = layout.chars(box);
    if (chars < CARD_CHARS_MIN
        || chars > CARD_CHARS_MAX
        || box.end() - box.first() > CARD_SEGMENTS_MAX
        || box.isHeading()) {
      return false;
    }
    boolean picture = false;
    for (int i = box.first(); i < box.end(); i++) {
      Segment segment = layout.segments().get(i);
      picture = picture || !segment.isText();
      if (segment.box().isHeading() && segment.linkDensity() > 0.8) {
        return true;
      }
    }
    return picture && layout.linkDensity(box) > 0.5;
  }
}
