package syndication.ingest.page.layout;

import java.util.EnumSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One block element of a page and the range of segments inside it.
public final class Box {

  private final Element element;
  private final @Nullable Box parent;
  private final int index;
  private final int depth;
  private final EnumSet<Hint> hints;
  private final int first;
  private int end;

  Box(Element element, @Nullable Box parent, int index, int first, EnumSet<Hint> hints) {
    this.element = element;
    this.parent = parent;
    this.index = index;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.first = first;
    this.end = first;
    this.hints = hints;
  }

  void close(int endSegment) {
    end = endSegment;
  }

  public Element element() {
    return element;
  }

  /// The box around this one, or `null` for the page's body.
  public @Nullable Box parent() {
    return parent;
  }

  public int index() {
    return index;
  }

  public int depth() {
    return depth;
  }

  /// Index of the first segment inside.
  public int first() {
    return first;
  }

  /// Index after the last segment inside.
  public int end() {
    return end;
  }

  public String tag() {
    return element.normalName();
  }

  public boolean is(Hint hint) {
    return hints.contains(hint);
  }

  public boolean isAny(Set<Hint> any) {
    if (hints.isEmpty()) {
      return false;
    }
    for (Hint hint : hints) {
      if (any.contains(hint)) {
        return true;
      }
    }
    return false;
  }

  public boolean isHeading() {
    String tag = tag();
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  public boolean contains(Segment segment) {
    return segment.index() >= first && segment.index() < end;
  }

  /// The nearest box with this tag, this one included, or `null`.
  public @Nullable Box enclosing(Set<String> tags) {
    for (Box box = this; box != null; box = box.parent) {
      if (tags.contains(box.tag())) {
        return box;
      }
    }
    return null;
  }
}
