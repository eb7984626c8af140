package syndication.ingest.feed.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Problem;

/// Builds the tree of a document from its tags, closing what was left open.
final class XmlTree {

  /// An element that is still open.
  private record Open(XmlElement element, String name, Namespaces scope) {}

  private final Lines lines;
  private final int length;
  private final XmlElement document = new XmlElement("#document", "#document", "", List.of(), 0);
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();
  private int tooDeep;
  private int elements;
  private boolean rooted;

  XmlTree(String text) {
    this.lines = new Lines(text);
    this.length = text.length();
  }

  int depth() {
    return open.size();
  }

  /// Name as written of the innermost open element, or `null`.
  @Nullable String openName() {
    Open top = open.peek();
    return top == null ? null : top.name();
  }

  void wrong(String rule, String what, int index) {
    if (problems.size() < XmlBounds.PROBLEMS_MAX) {
      problems.add(new Problem(rule, what, lines.position(index)));
    }
  }

  void text(String text, int index) {
    Open top = open.peek();
    if (top != null) {
      top.element().add(new XmlText(text));
    } else if (!text.isBlank() && !"\uFEFF".equals(text.strip())) {
      wrong("feed.text-outside", "text outside of the root element", index);
    }
  }

  void open(String name, List<TagReader.Raw> raw, int start, int end, boolean empty) {
    if (elements >= XmlBounds.ELEMENTS_MAX || open.size() >= XmlBounds.DEPTH_MAX) {
      wrong("feed.too-deep", "more or deeper elements than a feed has: <" + name, start);
      tooDeep += empty ? 0 : 1;
      return;
    }
    elements++;
    if (open.isEmpty() && rooted) {
      wrong("feed.second-root", "<" + name + "> behind the end of the root element", start);
    }
    Namespaces outer = open.isEmpty() ? Namespaces.none() : open.element().scope();
    Namespaces scope = outer.with(declarations(raw));
    String key = key(name, scope, start);
    closeSibling(key, start);
    closeRubbish(key, start);
    var element =
        new XmlElement(
            XmlReader.localOf(name), key, uri(name, scope), attributes(raw, scope), start);
    Open top = open.peek();
    (top == null ? document : top.element()).add(element);
    rooted = true;
    if (empty) {
      element.close(end, false);
    } else {
      open.push(new Open(element, name, scope));
    }
  }

  /// Entries never hold entries: a second start closes the first.
  private void closeSibling(String key, int start) {
    if (!key.equals("item") && !key.equals("entry")) {
      return;
    }
    boolean inside = false;
    for (Open each : open) {
      inside |= each.element().key().equals(key);
    }
    while (inside && !open.isEmpty()) {
      Open top = open.pop();
      top.element().close(start, false);
      wrong("feed.unclosed-element", "<" + top.name() + "> is not closed", start);
      if (top.element().key().equals(key)) {
        return;
      }
    }
  }

  /// A feed begins inside an element when a program wrote its warnings before it; they are not part
  /// of it.
  private void closeRubbish(String key, int start) {
    if (!isRoot(key) || open.isEmpty()) {
      return;
    }
    for (Open each : open) {
      if (isRoot(each.element().key())) {
        return;
      }
    }
    wrong("feed.text-outside", "something before the root element", start);
    while (!open.isEmpty()) {
      open.pop().element().close(start, false);
    }
  }

  private static boolean isRoot(String key) {
    return key.equals("rss") || key.equals("rdf:rdf") || key.equals("feed");
  }

  private Map<String, String> declarations(List<TagReader.Raw> raw) {
    Map<String, String> found = Map.of();
    for (TagReader.Raw attribute : raw) {
      String name = attribute.name();
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        if (found.isEmpty()) {
          found = new HashMap<>();
        }
        String prefix = name.equals("xmlns") ? "" : name.substring("xmlns:".length());
        String uri = attribute.value();
        boolean homeMade = !rooted && prefix.isEmpty() && !Namespaces.isKnown(uri);
        found.put(prefix, homeMade ? "" : uri);
      }
    }
    return found;
  }

  private String key(String name, Namespaces scope, int start) {
    String prefix = XmlReader.prefixOf(name);
    if (!prefix.isEmpty() && scope.uri(prefix) == null) {
      wrong("feed.undeclared-prefix", prefix + ": is not declared", start);
    }
    String canonical = scope.canonical(prefix);
    String local = XmlReader.lower(XmlReader.localOf(name));
    return canonical.isEmpty() ? local : canonical + ":" + local;
  }

  private static String uri(String name, Namespaces scope) {
    String uri = scope.uri(XmlReader.prefixOf(name));
    return uri == null ? "" : uri;
  }

  private List<XmlAttribute> attributes(List<TagReader.Raw> raw, Namespaces scope) {
    if (raw.isEmpty()) {
      return List.of();
    }
    var out = new ArrayList<XmlAttribute>(raw.size());
    for (TagReader.Raw attribute : raw) {
      String prefix = XmlReader.prefixOf(attribute.name());
      String canonical = prefix.isEmpty() ? "" : scope.canonical(prefix);
      String local = XmlReader.lower(XmlReader.localOf(attribute.name()));
      String key = canonical.isEmpty() ? local : canonical + ":" + local;
      out.add(new XmlAttribute(attribute.name(), key, attribute.value()));
    }
    return out;
  }

  void close(String name, int index, int end) {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    boolean found = false;
    for (Open each : open) {
      if (each.name().equalsIgnoreCase(name)) {
        found = true;
        break;
      }
    }
    if (!found) {
      wrong("feed.unopened-element", "</" + name + "> closes nothing", index);
      return;
    }
    while (!open.isEmpty()) {
      Open top = open.pop();
      if (top.name().equalsIgnoreCase(name)) {
        if (!top.name().equals(name)) {
          wrong("feed.unclosed-element", "</" + name + "> closes <" + top.name() + ">", index);
        }
        top.element().close(end, false);
        return;
      }
      wrong("feed.unclosed-element", "<" + top.name() + "> is not closed", index);
      top.element().close(index, false);
    }
  }

  XmlDocument finish(boolean doctype) {
    while (!open.isEmpty()) {
      Open top = open.pop();
      wrong("feed.unclosed-element", "<" + top.name() + "> is not closed", length);
      top.element().close(length, true);
    }
    if (!rooted) {
      wrong("feed.no-root", "no element at all", 0);
    }
    document.close(length, false);
    return new XmlDocument(document, doctype, problems, lines);
  }
}
