package syndication.ingest.page.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import syndication.ingest.text.Spaces;

/// The one walk over a parsed page that makes its [Layout].
final class LayoutWalk implements NodeFilter {

  /// A page with more boxes is machine output; what follows is left out.
  private static final int BOXES_MAX = 100_000;

  /// Marks that link a heading to itself.
  private static final Set<String> PERMALINKS = Set.of("¶", "#", "§", "🔗", "∞");

  private static final Set<String> TEXTS =
      Set.of("p", "li", "td", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption");

  private final List<Box> boxes = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final Names names = new Names();
  private final Element root;
  private Box current;
  private int links;
  private StringBuilder text = new StringBuilder();
  private List<Node> leaves = new ArrayList<>();
  private int linkChars;
  private int commas;
  private boolean lastWasBreak;

  LayoutWalk(Element root) {
    this.root = root;
    this.current = new Box(root, null, 0, 0, EnumSet.noneOf(Hint.class));
    boxes.add(current);
  }

  Layout layout() {
    NodeTraversor.filter(this, root);
    flush();
    for (Box box = current; box != null; box = box.parent()) {
      box.close(segments.size());
    }
    return new Layout(boxes, segments);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text(words);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element) || element.equals(root)) {
      return FilterResult.CONTINUE;
    }
    return element(element);
  }

  private FilterResult element(Element element) {
    String tag = element.normalName();
    if ((Tags.SKIPPED.contains(tag) && !isQuestion(element, tag))
        || (isHidden(element) && !isAnswer(element))) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (Tags.IMAGES.contains(tag) || Tags.EMBEDS.contains(tag)) {
      flush();
      Segment.Kind kind = Tags.IMAGES.contains(tag) ? Segment.Kind.IMAGE : Segment.Kind.EMBED;
      segments.add(new Segment(segments.size(), current, kind, "", 0, 0, List.of(), element));
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      lineBreak(element);
    } else if (tag.equals("a")) {
      if (current.isHeading() && PERMALINKS.contains(element.ownText())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      links++;
    } else if (!isInline(tag) && boxes.size() < BOXES_MAX) {
      flush();
      current = new Box(element, current, boxes.size(), segments.size(), names.of(element));
      boxes.add(current);
    }
    return FilterResult.CONTINUE;
  }

  /// Elements of a site's own making are inline to browsers; outside of running text they are taken
  /// for blocks, since that is how they are drawn.
  private boolean isInline(String tag) {
    return Tags.INLINE.contains(tag)
        || (tag.indexOf('-') > 0 && TEXTS.contains(current.tag()))
        || (tag.equals("button") && current.isHeading());
  }

  /// Questions of an accordion are buttons that open their answer.
  private boolean isQuestion(Element element, String tag) {
    if (!tag.equals("button")) {
      return false;
    }
    boolean opens =
        current.isHeading()
            || element.hasAttr("aria-expanded")
            || element.selectFirst("h2,h3,h4,h5,h6") != null;
    return opens && asks(element.text().strip());
  }

  private static boolean asks(String words) {
    return !words.isEmpty() && "?？؟".indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /// What an accordion hides until its question is opened: running text right behind a question.
  private boolean isAnswer(Element element) {
    String before = text.toString().strip();
    if (before.isEmpty() && !segments.isEmpty()) {
      before = segments.getLast().text();
    }
    return asks(before)
        && element.text().length() >= Segment.PROSE_CHARS_MIN
        && element.selectFirst("form,input,nav") == null;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node.equals(current.element()) && !node.equals(root)) {
      flush();
      current.close(segments.size());
      Box parent = current.parent();
      current = parent == null ? current : parent;
    } else if (node instanceof Element element && element.normalName().equals("a")) {
      links--;
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found")) {
      return true;
    }
    if (element.attr("aria-hidden").equals("true") && element.normalName().equals("span")) {
      return true;
    }
    String style = element.attr("style");
    if (!style.isEmpty()) {
      String squeezed = style.toLowerCase(Locale.ROOT).replace(" ", "");
      if (squeezed.contains("display:none") || squeezed.contains("visibility:hidden")) {
        return true;
      }
    }
    String classes = element.className();
    return classes.contains("sr-only")
        || classes.contains("screen-reader-text")
        || classes.contains("visually-hidden")
        || classes.contains("visuallyhidden");
  }

  private void lineBreak(Element element) {
    if (lastWasBreak) {
      flush();
      return;
    }
    space();
    if (!text.isEmpty()) {
      leaves.add(element);
      lastWasBreak = true;
    }
  }

  private void text(TextNode node) {
    String words = node.getWholeText();
    int before = text.length();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Spaces.isSpace(c)) {
        space();
      } else if (!Spaces.isMark(c)) {
        text.append(c);
        if (c == ',' || c == '，' || c == '、' || c == '،') {
          commas++;
        }
        lastWasBreak = false;
      }
    }
    int added = text.length() - before;
    if (added > 0) {
      leaves.add(node);
      linkChars += links > 0 ? added : 0;
    }
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private void flush() {
    String words = text.toString().strip();
    if (!words.isEmpty()) {
      Element source = sourceOf(leaves.getFirst());
      segments.add(
          new Segment(
              segments.size(),
              current,
              Segment.Kind.TEXT,
              words,
              Math.min(linkChars, words.length()),
              commas,
              List.copyOf(leaves),
              source == null ? current.element() : source));
    }
    if (!text.isEmpty() || !leaves.isEmpty()) {
      text = new StringBuilder();
      leaves = new ArrayList<>();
    }
    linkChars = 0;
    commas = 0;
    lastWasBreak = false;
  }

  private static @Nullable Element sourceOf(Node leaf) {
    return leaf.parent() instanceof Element parent ? parent : null;
  }
}
