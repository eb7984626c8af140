package syndication.ingest.page.blocks;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.text.Line;
import syndication.ingest.text.Spaces;

/// Writes the inline markup of a segment: the few safe elements, everything else as words.
final class Inline {

  private static final Set<String> KEPT =
      Set.of("a", "em", "strong", "b", "i", "code", "sub", "sup");

  private final @Nullable URI base;

  Inline(@Nullable URI base) {
    this.base = base;
  }

  String html(Segment segment) {
    Element owner = segment.box().element();
    var out = new StringBuilder();
    var open = new ArrayList<Element>();
    for (Node leaf : segment.leaves()) {
      if (leaf instanceof TextNode words) {
        switchTo(out, open, chain(words, owner));
        appendCollapsed(out, words.getWholeText());
      } else if (!out.isEmpty()) {
        out.append("<br>");
      }
    }
    switchTo(out, open, List.of());
    String html = out.toString().strip();
    return html.endsWith("<br>") ? html.substring(0, html.length() - 4).strip() : html;
  }

  /// The links of a segment, in order.
  List<Line.Link> links(Segment segment) {
    if (segment.linkChars() == 0) {
      return List.of();
    }
    var links = new ArrayList<Line.Link>();
    Element last = null;
    for (Node leaf : segment.leaves()) {
      Element link = linkAround(leaf);
      if (link != null && !link.equals(last)) {
        links.add(new Line.Link(link.text(), Addresses.resolve(base, link.attr("href"))));
        last = link;
      }
    }
    return links;
  }

  private static @Nullable Element linkAround(Node leaf) {
    for (Node up = leaf.parent(); up instanceof Element element; up = up.parent()) {
      if (element.normalName().equals("a")) {
        return element;
      }
    }
    return null;
  }

  private List<Element> chain(Node leaf, Element owner) {
    Deque<Element> chain = new ArrayDeque<>();
    boolean linked = false;
    for (Node up = leaf.parent();
        up instanceof Element element && !up.equals(owner);
        up = up.parent()) {
      if (KEPT.contains(element.normalName()) && (!linked || !isLink(element)) && usable(element)) {
        chain.addFirst(element);
        linked = linked || isLink(element);
      }
    }
    return List.copyOf(chain);
  }

  private static boolean isLink(Element element) {
    return element.normalName().equals("a");
  }

  private boolean usable(Element element) {
    return !isLink(element) || Addresses.resolve(base, element.attr("href")) != null;
  }

  private void switchTo(StringBuilder out, List<Element> open, List<Element> wanted) {
    int same = 0;
    while (same < open.size() && same < wanted.size() && open.get(same).equals(wanted.get(same))) {
      same++;
    }
    while (open.size() > same) {
      out.append("</").append(open.removeLast().normalName()).append('>');
    }
    for (Element element : wanted.subList(same, wanted.size())) {
      open.add(element);
      URI address = isLink(element) ? Addresses.resolve(base, element.attr("href")) : null;
      if (address == null) {
        out.append('<').append(element.normalName()).append('>');
      } else {
        out.append("<a href=\"").append(escape(address.toString())).append("\">");
      }
    }
  }

  private static void appendCollapsed(StringBuilder out, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Spaces.isSpace(c)) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (!Spaces.isMark(c)) {
        appendEscaped(out, c);
      }
    }
  }

  static String escape(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      appendEscaped(out, text.charAt(i));
    }
    return out.toString();
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.append(c);
    }
  }
}
