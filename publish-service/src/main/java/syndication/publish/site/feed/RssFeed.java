package syndication.publish.site.feed;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.site.Addresses;

/// RSS 2.0 (<https://www.rssboard.org/rss-specification>) with the origin of every article.
public final class RssFeed {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RssFeed() {}

  public static String write(Channel channel, Addresses addresses) {
    return Xml.document(xml -> {
      xml.start(
          "rss",
          "version",
          "2.0",
          "xmlns:atom",
          "http://www.w3.org/2005/Atom",
          "xmlns:content",
          "http://purl.org/rss/1.0/modules/content/",
          "xmlns:dc",
          "http://purl.org/dc/elements/1.1/",
          "xmlns:media",
          "http://search.yahoo.com/mrss/");
      xml.start("channel");
      xml.element("title", channel.title());
      xml.element("link", channel.home());
      xml.element("description", channel.description());
      xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", channel.self());
      xml.element("lastBuildDate", DATE.format(channel.updated()));
      xml.element("generator", "Syndicate");
      for (var article : channel.articles()) {
        item(xml, Entry.of(article, addresses));
      }
      xml.end().end();
    });
  }

  private static void item(Xml xml, Entry entry) throws XMLStreamException {
    xml.start("item");
    xml.element("title", entry.title());
    xml.element("link", entry.link());
    xml.element("guid", entry.id(), "isPermaLink", "false");
    xml.element("pubDate", DATE.format(entry.published()));
    xml.element("dc:creator", entry.author());
    xml.element("dc:publisher", entry.sourceName());
    xml.element("dc:source", entry.origin());
    xml.element("dc:language", entry.language());
    xml.element("dc:rights", entry.rights());
    xml.element("description", entry.summary());
    xml.element("content:encoded", entry.content());
    for (String category : entry.categories()) {
      xml.element("category", category);
    }
    Media image = entry.image();
    if (image != null) {
      xml.empty("media:content", "url", image.address().toString(), "medium", "image");
    }
    xml.element("atom:updated", entry.updated().toString());
    if (entry.origin() != null) {
      xml.empty("atom:link", "rel", "via", "href", entry.origin());
    }
    xml.end();
  }
}
