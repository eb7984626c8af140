package syndication.ingest.page.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;

/// A page laid out flat: every block element with the range of segments inside it, and every
/// segment in reading order. Hidden and mechanical elements are left out.
public final class Layout {

  private final List<Box> boxes;
  private final List<Segment> segments;
  private final int[] charsBefore;
  private final int[] linkCharsBefore;
  private final int[] proseCharsBefore;
  private final int[] headsBefore;

  Layout(List<Box> boxes, List<Segment> segments) {
    this.boxes = Collections.unmodifiableList(new ArrayList<>(boxes));
    this.segments = Collections.unmodifiableList(new ArrayList<>(segments));
    this.charsBefore = new int[segments.size() + 1];
    this.linkCharsBefore = new int[segments.size() + 1];
    this.proseCharsBefore = new int[segments.size() + 1];
    this.headsBefore = new int[segments.size() + 1];
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      charsBefore[i + 1] = charsBefore[i] + segment.length();
      linkCharsBefore[i + 1] = linkCharsBefore[i] + segment.linkChars();
      headsBefore[i + 1] = headsBefore[i] + (segment.box().tag().equals("h1") ? 1 : 0);
      proseCharsBefore[i + 1] = proseCharsBefore[i] + (segment.isProse() ? segment.length() : 0);
    }
  }

  /// Lays out everything inside `root`.
  public static Layout of(Element root) {
    return new LayoutWalk(root).layout();
  }

  /// Outer boxes before inner ones; the first is the root.
  public List<Box> boxes() {
    return boxes;
  }

  public List<Segment> segments() {
    return segments;
  }

  public int chars(Box box) {
    return charsBefore[box.end()] - charsBefore[box.first()];
  }

  public int linkChars(Box box) {
    return linkCharsBefore[box.end()] - linkCharsBefore[box.first()];
  }

  /// Characters in segments that read like running text.
  public int proseChars(Box box) {
    return proseCharsBefore[box.end()] - proseCharsBefore[box.first()];
  }

  /// The same in segments from `first` to before `end`.
  public int proseChars(int first, int end) {
    return end <= first ? 0 : proseCharsBefore[end] - proseCharsBefore[first];
  }

  public int proseChars() {
    return proseCharsBefore[segments.size()];
  }

  /// How many lines of first headings are inside.
  public int headsIn(Box box) {
    return headsBefore[box.end()] - headsBefore[box.first()];
  }

  public double linkDensity(Box box) {
    int chars = chars(box);
    return chars == 0 ? 0 : (double) linkChars(box) / chars;
  }
}
