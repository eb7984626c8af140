package syndication.ingest.feed;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.xml.XmlElement;

/// Reads links, in Atom's way and in RSS's.
final class LinkReader {

  private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

  private final Draft draft;
  private final Scope scope;

  LinkReader(Draft draft, Scope scope) {
    this.draft = draft;
    this.scope = scope;
  }

  void link(XmlElement element) {
    String written = written(element);
    Scope inner = scope.of(element);
    URI href = inner.resolve(written == null ? element.text() : written);
    if (written != null && written.isBlank()) {
      href = inner.base();
    }
    if (href == null) {
      return;
    }
    String rel = rel(element.attribute("rel"));
    if (rel.equals("image")) {
      draft.image = new Image(href, null, null, null, null, null);
      return;
    }
    if (rel.equals("license") && draft.license == null) {
      draft.license = href;
    }
    String type = element.attribute("type");
    draft.link(
        new Link(
            rel,
            href,
            type == null && written != null ? defaultType(rel) : type,
            element.attribute("title"),
            element.attribute("hreflang"),
            element.attribute("length")));
  }

  private static @Nullable String written(XmlElement element) {
    for (String key : new String[] {"href", "url", "uri", "rdf:resource"}) {
      String value = element.attribute(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /// A relation's short name; without one a link is the item itself.
  private static String rel(@Nullable String stated) {
    if (stated == null || stated.isBlank()) {
      return "alternate";
    }
    String rel = stated.strip();
    rel = rel.startsWith(REGISTRY) ? rel.substring(REGISTRY.length()) : rel;
    return rel.indexOf(':') < 0 ? rel.toLowerCase(Locale.ROOT) : rel;
  }

  private static @Nullable String defaultType(String rel) {
    return rel.equals("self") ? "application/atom+xml" : null;
  }

  void enclosure(XmlElement element) {
    String written = written(element);
    URI href = scope.of(element).resolve(written == null ? element.text() : written);
    if (href != null) {
      String type = element.attribute("type");
      String length = element.attribute("length");
      draft.link(new Link("enclosure", href, type, element.attribute("title"), null, length));
    }
  }

  /// CDF's `A`.
  void anchor(XmlElement element) {
    URI href = scope.of(element).resolve(element.attribute("href"));
    if (href != null && !draft.hasLink("alternate")) {
      draft.link(Link.of("alternate", href));
    }
  }
}
