package syndication.ingest.feed;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.markup.Address;
import syndication.ingest.feed.xml.XmlAttribute;
import syndication.ingest.feed.xml.XmlElement;
import syndication.ingest.feed.xml.XmlNode;
import syndication.ingest.feed.xml.XmlText;

/// Writes the elements inside a text as HTML text again, which is then made harmless like any
/// other.
final class InlineMarkup {

  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "poster", "action");

  private final StringBuilder out = new StringBuilder();

  private InlineMarkup() {}

  /// @param unwrapped whether a lone `div` around everything is left out, as Atom 1.0 wants it
  static String of(XmlElement parent, boolean unwrapped) {
    var markup = new InlineMarkup();
    XmlElement div = unwrapped ? loneDiv(parent) : null;
    markup.children(div == null ? parent : div, null);
    return markup.out.toString().strip();
  }

  private static @Nullable XmlElement loneDiv(XmlElement parent) {
    XmlElement found = null;
    for (XmlNode child : parent.children()) {
      if (child instanceof XmlText text && text.text().isBlank()) {
        continue;
      }
      if (found != null || !(child instanceof XmlElement div && div.name().equals("div"))) {
        return null;
      }
      found = div;
    }
    return found;
  }

  private void children(XmlElement parent, @Nullable URI base) {
    for (XmlNode child : parent.children()) {
      switch (child) {
        case XmlText it -> text(it.text());
        case XmlElement it -> element(it, base);
      }
    }
  }

  private void element(XmlElement element, @Nullable URI outer) {
    String own = element.attribute("xml:base");
    URI base = own == null ? outer : Address.of(own, outer);
    out.append('<').append(element.name());
    for (XmlAttribute attribute : element.attributes()) {
      attribute(attribute, base);
    }
    if (VOID.contains(element.name())) {
      out.append(" />");
      children(element, base);
      return;
    }
    out.append('>');
    children(element, base);
    out.append("</").append(element.name()).append('>');
  }

  private void attribute(XmlAttribute attribute, @Nullable URI base) {
    String key = attribute.key();
    if (key.equals("xmlns") || key.startsWith("xmlns:") || key.equals("xml:base")) {
      return;
    }
    String name = key.indexOf(':') > 0 ? key : attribute.name();
    boolean address = base != null && ADDRESSES.contains(key);
    String value = address ? Address.inMarkup(attribute.value(), base) : attribute.value();
    out.append(' ').append(name).append("=\"");
    out.append(value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    out.append('"');
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }
}
