package syndication.ingest.feed;

import java.net.URI;
import syndication.ingest.feed.Draft.Rank;
import syndication.ingest.feed.xml.XmlElement;

/// The elements that name things by address: links, ids, sources, pictures, programs.
final class AddressElements {

  private final Draft draft;
  private final Scope scope;
  private final int nesting;

  AddressElements(Draft draft, Scope scope, int nesting) {
    this.draft = draft;
    this.scope = scope;
    this.nesting = nesting;
  }

  /// @return whether the element is one of these
  boolean read(XmlElement element) {
    switch (element.key()) {
      case "link" -> new LinkReader(draft, scope).link(element);
      case "enclosure" -> new LinkReader(draft, scope).enclosure(element);
      case "a" -> new LinkReader(draft, scope).anchor(element);
      case "guid" -> guid(element);
      case "id", "dc:identifier" -> id(element);
      case "source" -> source(element);
      case "comments" -> draft.commentsPage = scope.of(element).resolve(element.text());
      case "image" -> image(element);
      case "logo" -> draft.logo = scope.of(element).resolve(element.text());
      case "icon" -> draft.icon = scope.of(element).resolve(element.text());
      case "generator" -> generator(element);
      case "docs" -> {
        URI docs = scope.of(element).resolve(element.text());
        draft.extra("docs", docs == null ? element.text() : docs.toString());
      }
      case "newlocation" -> draft.movedTo = scope.resolve(element.text());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void guid(XmlElement element) {
    String text = element.text();
    if (text.isEmpty()) {
      return;
    }
    String stated = element.attribute("ispermalink");
    draft.permalink = stated == null || !stated.strip().equalsIgnoreCase("false");
    URI resolved = draft.permalink ? scope.of(element).resolve(text) : null;
    boolean relative = text.startsWith("/") || text.startsWith(".");
    draft.id = relative && resolved != null ? resolved.toString() : text;
  }

  private void id(XmlElement element) {
    String text = element.text();
    if (!text.isEmpty() && (draft.id == null || element.key().equals("id"))) {
      URI resolved = text.startsWith("/") ? scope.of(element).resolve(text) : null;
      draft.id = resolved == null ? text : resolved.toString();
      draft.permalink = false;
    }
  }

  /// RSS's `source` is a name with an address; Atom's is the head of another feed.
  private void source(XmlElement element) {
    var from = new Draft();
    Scope inner = scope.of(element);
    from.language = inner.language();
    String url = element.attribute("url");
    URI feed = inner.resolve(url == null ? element.attribute("href") : url);
    if (element.hasElements()) {
      new ElementReader(from, inner, false, nesting + 1).readAll(element);
    } else {
      from.title(TextReader.of(element.text(), Text.PLAIN, inner, null), Rank.OWN);
    }
    if (feed != null) {
      from.link(Link.of("self", feed));
    }
    draft.source = from.toInfo(SourceDates.of(from));
  }

  private void image(XmlElement element) {
    URI address = null;
    String title = null;
    URI link = null;
    Integer width = null;
    Integer height = null;
    String description = null;
    Scope inner = scope.of(element);
    for (XmlElement part : element.elements()) {
      switch (part.key()) {
        case "url", "href" -> address = inner.resolve(part.text());
        case "title" -> title = TextReader.read(part, scope, Text.PLAIN).plain();
        case "link" -> link = inner.resolve(part.text());
        case "width" -> width = MediaReader.integer(part.text());
        case "height" -> height = MediaReader.integer(part.text());
        case "description" -> description = TextReader.read(part, scope, Text.PLAIN).plain();
        default -> {}
      }
    }
    if (address == null) {
      String written = element.attribute("rdf:resource");
      written = written == null ? element.attribute("href") : written;
      written = written == null ? element.attribute("url") : written;
      address = inner.resolve(written == null && !element.hasElements() ? element.text() : written);
    }
    var image = new Image(address, title, link, width, height, description);
    if (draft.image == null || (address != null && draft.image.address() == null)) {
      draft.image = image;
    }
  }

  private void generator(XmlElement element) {
    String uri = element.attribute("uri");
    URI address = scope.of(element).resolve(uri == null ? element.attribute("url") : uri);
    draft.generator = new Generator(element.text(), address, element.attribute("version"));
  }
}
