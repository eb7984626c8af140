package syndication.publish.site.feed;

import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import syndication.publish.site.Addresses;
import syndication.publish.site.Card;

/// Sitemaps (<https://www.sitemaps.org/protocol.html>) and the news sitemap of search engines.
public final class Sitemap {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

  private Sitemap() {}

  /// @param files absolute address of each file and when it changed
  public static String index(List<Page> files) {
    return Xml.document(xml -> {
      xml.start("sitemapindex", "xmlns", NAMESPACE);
      for (Page file : files) {
        xml.start("sitemap");
        page(xml, file);
        xml.end();
      }
      xml.end();
    });
  }

  public static String file(List<Page> pages) {
    return Xml.document(xml -> {
      xml.start("urlset", "xmlns", NAMESPACE);
      for (Page page : pages) {
        xml.start("url");
        page(xml, page);
        xml.end();
      }
      xml.end();
    });
  }

  /// @param cards of the last two days; at most 1,000 count
  public static String news(String siteName, List<Card> cards, Addresses addresses) {
    return Xml.document(xml -> {
      xml.start("urlset", "xmlns", NAMESPACE, "xmlns:news", NEWS);
      for (Card card : cards) {
        xml.start("url");
        xml.element("loc", addresses.article(card));
        xml.start("news:news");
        xml.start("news:publication");
        xml.element("news:name", siteName);
        xml.element("news:language", card.language().equals("und") ? "en" : card.language());
        xml.end();
        xml.element("news:publication_date", card.listedAt().toString());
        xml.element("news:title", card.headline());
        xml.end();
        xml.end();
      }
      xml.end();
    });
  }

  private static void page(Xml xml, Page page) throws XMLStreamException {
    xml.element("loc", page.address());
    xml.element("lastmod", page.changedAt().toString());
  }

  /// @param address absolute
  public record Page(String address, Instant changedAt) {}
}
