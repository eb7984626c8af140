package syndication.ingest.feed;

import java.net.URI;
import java.util.Locale;
import syndication.ingest.feed.Draft.DateKind;
import syndication.ingest.feed.Draft.Rank;
import syndication.ingest.feed.xml.XmlElement;

/// Knows the words of all feed formats and of the namespaces the news world uses, and puts what an
/// element says where it belongs, for feeds, entries and sources alike.
///
/// One vocabulary for all formats: feeds mix them, and no word means different things in two.
final class ElementReader {

  private final Draft draft;
  private final Scope scope;
  private final boolean entry;
  private final int nesting;

  ElementReader(Draft draft, Scope scope, boolean entry) {
    this(draft, scope, entry, 0);
  }

  ElementReader(Draft draft, Scope scope, boolean entry, int nesting) {
    this.draft = draft;
    this.scope = scope;
    this.entry = entry;
    this.nesting = nesting;
  }

  void readAll(XmlElement parent) {
    if (nesting <= Bounds.NESTING_MAX) {
      for (XmlElement child : parent.elements()) {
        read(child);
      }
    }
  }

  void read(XmlElement element) {
    if (!text(element) && !date(element) && !people(element) && !address(element)) {
      if (!new ExtensionReader(draft, scope, this).read(element)) {
        unknown(element);
      }
    }
  }

  private boolean text(XmlElement element) {
    switch (element.key()) {
      case "title" -> draft.title(plain(element), Rank.OWN);
      case "dc:title" -> draft.title(plain(element), Rank.DUBLIN_CORE);
      case "media:title" -> draft.title(plain(element), Rank.MEDIA);
      case "itunes:title" -> draft.title(plain(element), Rank.PODCAST);
      case "description", "dc:description" -> summary(html(element), Rank.OWN);
      case "abstract", "dcterms:abstract", "summary" -> summary(plain(element), Rank.OWN);
      case "media:description", "media:text" -> summary(plain(element), Rank.MEDIA);
      case "itunes:summary" -> summary(plain(element), Rank.PODCAST);
      case "tagline", "subtitle", "itunes:subtitle" -> subtitle(element);
      case "info", "feedburner:browserfriendly" -> draft.info = plain(element);
      case "copyright", "rights", "dc:rights", "dcterms:rights" -> draft.notice = plain(element);
      case "content" -> content(plain(element));
      case "content:encoded", "fullitem", "content_encoded", "encoded" -> content(html(element));
      case "body", "xhtml:body", "xhtml:div", "div" ->
          content(TextReader.read(element, scope, Text.XHTML));
      case "language", "dc:language" -> language(element.text());
      case "category", "dc:subject", "subject", "keywords", "tag" -> category(element);
      case "tags" -> tags(element);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Text plain(XmlElement element) {
    return TextReader.read(element, scope, Text.PLAIN);
  }

  private Text html(XmlElement element) {
    return TextReader.read(element, scope, Text.HTML);
  }

  private void subtitle(XmlElement element) {
    Text text = plain(element);
    boolean podcast = element.key().startsWith("itunes:");
    if (entry) {
      draft.subtitle = draft.subtitle == null || !podcast ? text : draft.subtitle;
    } else {
      summary(text, podcast ? Rank.MEDIA : Rank.OWN);
    }
  }

  /// In an entry a second description is its full text.
  private void summary(Text text, Rank rank) {
    embeds(text);
    var known = draft.summary;
    if (known == null || known.text().isBlank()) {
      draft.summary = new Draft.Ranked(text, rank);
    } else if (rank.compareTo(known.rank()) > 0) {
      draft.summary = new Draft.Ranked(text, rank);
    } else if (entry && rank == Rank.OWN && !text.isBlank() && !text.equals(known.text())) {
      content(text);
    }
  }

  private void content(Text text) {
    embeds(text);
    if (draft.contents.size() < Bounds.LIST_MAX && (!text.isBlank() || text.source() != null)) {
      draft.contents.add(text);
    }
  }

  private void embeds(Text text) {
    for (URI embed : text.embeds()) {
      draft.medium(MediaItem.of(MediaItem.Role.EMBED, embed));
    }
  }

  private void language(String text) {
    if (!text.isBlank()) {
      draft.language = Scope.tag(text);
    }
  }

  private void category(XmlElement element) {
    String term = element.attribute("term");
    String scheme = element.attribute("scheme");
    String domain = element.attribute("domain");
    String label = element.attribute("label");
    draft.category(term == null ? element.text() : term, scheme == null ? domain : scheme, label);
  }

  private void tags(XmlElement element) {
    if (element.hasElements()) {
      element.elements().forEach(this::category);
    } else {
      for (String tag : element.text().split(",", -1)) {
        draft.category(tag, null, null);
      }
    }
  }

  private boolean date(XmlElement element) {
    String text = element.text();
    switch (element.key()) {
      case "published", "issued", "pubdate", "dcterms:issued", "dcterms:available" ->
          draft.date(DateKind.PUBLISHED, text);
      case "updated",
          "modified",
          "lastbuilddate",
          "date",
          "dc:date",
          "dcterms:modified",
          "dcterms:date",
          "atom:updated" ->
          draft.date(DateKind.UPDATED, text);
      case "created", "dcterms:created" -> draft.date(DateKind.CREATED, text);
      case "expirationdate" -> draft.date(DateKind.VALID_UNTIL, text);
      case "dcterms:valid" -> valid(text);
      case "prism:publicationdate", "dc:issued" -> draft.date(DateKind.PUBLISHED, text);
      case "prism:expirationdate" -> draft.date(DateKind.VALID_UNTIL, text);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// `start=…; end=…; scheme=…`, in any order (DCMI Period).
  private void valid(String text) {
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String value = part.substring(equals + 1).strip();
        switch (part.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
          case "start" -> draft.date(DateKind.VALID_FROM, value);
          case "end" -> draft.date(DateKind.VALID_UNTIL, value);
          default -> {}
        }
      }
    }
  }

  private boolean people(XmlElement element) {
    switch (element.key()) {
      case "author", "managingeditor", "dc:creator", "dc:author" ->
          draft.person(draft.authors, PersonReader.read(element, scope));
      case "itunes:author", "googleplay:author" -> {
        if (draft.authors.isEmpty()) {
          draft.person(draft.authors, PersonReader.read(element, scope));
        }
      }
      case "contributor", "dc:contributor" ->
          draft.person(draft.contributors, PersonReader.read(element, scope));
      case "webmaster", "dc:publisher", "itunes:owner", "publisher" -> {
        Person person = PersonReader.read(element, scope);
        draft.publisher = person == null ? draft.publisher : person;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean address(XmlElement element) {
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
        case "title" -> title = plain(part).plain();
        case "link" -> link = inner.resolve(part.text());
        case "width" -> width = MediaReader.integer(part.text());
        case "height" -> height = MediaReader.integer(part.text());
        case "description" -> description = plain(part).plain();
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

  private void unknown(XmlElement element) {
    if (!element.hasElements()) {
      draft.extra(element.key(), element.text());
    }
  }

  ElementReader nested() {
    return new ElementReader(draft, scope, entry, nesting + 1);
  }
}
