package syndication.publish.site.feed;

import javax.xml.stream.XMLStreamException;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.site.Addresses;
import syndication.publish.site.ListKind;
import syndication.publish.site.ListRef;
import syndication.publish.site.Token;

/// Atom (RFC 4287); every entry names the feed of its source by `atom:source`, as the RFC wants of
/// entries that come from elsewhere.
public final class AtomFeed {

  private AtomFeed() {}

  public static String write(Channel channel, Addresses addresses) {
    return Xml.document(xml -> {
      xml.start("feed", "xmlns", "http://www.w3.org/2005/Atom");
      xml.element("title", channel.title());
      xml.element("subtitle", channel.description());
      xml.element("id", channel.self());
      xml.element("updated", channel.updated().toString());
      xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", channel.self());
      xml.empty("link", "rel", "alternate", "type", "text/html", "href", channel.home());
      xml.element("generator", "Syndicate");
      for (var article : channel.articles()) {
        entry(xml, Entry.of(article, addresses), addresses);
      }
      xml.end();
    });
  }

  private static void entry(Xml xml, Entry entry, Addresses addresses) throws XMLStreamException {
    if (entry.language() == null) {
      xml.start("entry");
    } else {
      xml.start("entry", "xml:lang", entry.language());
    }
    xml.element("title", entry.title());
    xml.element("id", entry.id());
    xml.element("published", entry.published().toString());
    xml.element("updated", entry.updated().toString());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.link());
    if (entry.origin() != null) {
      xml.empty("link", "rel", "via", "href", entry.origin());
    }
    Media image = entry.image();
    if (image != null) {
      String type = image.contentType();
      xml.empty(
          "link",
          "rel",
          "enclosure",
          "type",
          type == null ? "image/jpeg" : type,
          "href",
          image.address().toString());
    }
    xml.start("author").element("name", entry.author()).end();
    for (String category : entry.categories()) {
      xml.empty("category", "term", category);
    }
    xml.element("summary", entry.summary());
    xml.element("content", entry.content(), "type", "html");
    xml.element("rights", entry.rights());
    ListRef source = new ListRef(ListKind.SOURCE, Token.of(entry.sourceId()));
    xml.start("source");
    xml.element("id", addresses.feed(source, "atom"));
    xml.element("title", entry.sourceName());
    xml.element("updated", entry.updated().toString());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", addresses.list(source));
    xml.end();
    xml.end();
  }
}
