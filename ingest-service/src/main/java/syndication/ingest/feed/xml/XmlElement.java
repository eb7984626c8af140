package syndication.ingest.feed.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An element of an XML document, with where it begins and ends in the text.
public final class XmlElement implements XmlNode {

  private final String name;
  private final String key;
  private final String namespace;
  private final int start;
  private final List<XmlAttribute> attributes;
  private List<XmlNode> children = List.of();
  private int end;
  private boolean cut;

  XmlElement(String name, String key, String namespace, List<XmlAttribute> attributes, int start) {
    this.name = name;
    this.key = key;
    this.namespace = namespace;
    this.attributes = attributes;
    this.start = start;
    this.end = start;
  }

  /// The name as written, without its prefix.
  public String name() {
    return name;
  }

  /// Canonical prefix and name in lower case: `dc:creator` whatever prefix the feed chose, and no
  /// prefix for the feed formats' own words.
  public String key() {
    return key;
  }

  /// The namespace's URI, or an empty string.
  public String namespace() {
    return namespace;
  }

  public List<XmlAttribute> attributes() {
    return Collections.unmodifiableList(attributes);
  }

  public List<XmlNode> children() {
    return Collections.unmodifiableList(children);
  }

  /// Index of the element's `<` in the text of the document.
  public int start() {
    return start;
  }

  /// Index behind the element's last character.
  public int end() {
    return end;
  }

  /// Whether the document ended before the element did.
  public boolean cut() {
    return cut;
  }

  /// Value of the attribute with this canonical name, or `null`.
  public @Nullable String attribute(String attributeKey) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.key().equals(attributeKey)) {
        return attribute.value();
      }
    }
    return null;
  }

  public List<XmlElement> elements() {
    var found = new ArrayList<XmlElement>();
    for (XmlNode child : children) {
      if (child instanceof XmlElement element) {
        found.add(element);
      }
    }
    return found;
  }

  /// The first child element with this canonical name, or `null`.
  public @Nullable XmlElement child(String childKey) {
    for (XmlNode child : children) {
      if (child instanceof XmlElement element && element.key.equals(childKey)) {
        return element;
      }
    }
    return null;
  }

  public boolean hasElements() {
    for (XmlNode child : children) {
      if (child instanceof XmlElement) {
        return true;
      }
    }
    return false;
  }

  /// All text in it, in order, stripped.
  public String text() {
    var out = new StringBuilder();
    appendText(out);
    return out.toString().strip();
  }

  private void appendText(StringBuilder out) {
    for (XmlNode child : children) {
      switch (child) {
        case XmlText it -> out.append(it.text());
        case XmlElement it -> it.appendText(out);
      }
    }
  }

  void add(XmlNode child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  void close(int endIndex, boolean cutOff) {
    end = endIndex;
    cut = cutOff;
  }
}
