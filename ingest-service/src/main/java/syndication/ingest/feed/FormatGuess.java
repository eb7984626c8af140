package syndication.ingest.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.xml.XmlDocument;
import syndication.ingest.feed.xml.XmlElement;

/// Tells the format of an XML feed from its root element.
final class FormatGuess {

  private static final int SNIPPET_CHARS = 2_000;

  private FormatGuess() {}

  static FeedFormat of(XmlDocument document) {
    for (XmlElement root : document.root().elements()) {
      switch (root.key()) {
        case "rss" -> {
          return rss(root.attribute("version"), document.doctype());
        }
        case "rdf:rdf", "rdf" -> {
          return rdf(root);
        }
        case "feed" -> {
          return root.namespace().toLowerCase(Locale.ROOT).contains("w3.org/2005/atom")
              ? FeedFormat.ATOM_10
              : atom(root);
        }
        case "channel" -> {
          return root.name().equals("CHANNEL") ? FeedFormat.CDF : FeedFormat.RSS;
        }
        case "entry" -> {
          return FeedFormat.ATOM_10;
        }
        case "item", "redirect" -> {
          return FeedFormat.RSS;
        }
        default -> {}
      }
    }
    return FeedFormat.UNKNOWN;
  }

  private static FeedFormat atom(XmlElement root) {
    boolean old = root.attribute("version") != null || !root.namespace().isEmpty();
    return old ? FeedFormat.ATOM_03 : FeedFormat.ATOM_10;
  }

  private static FeedFormat rss(@Nullable String version, boolean doctype) {
    if (version == null) {
      return FeedFormat.RSS;
    }
    String stated = version.strip();
    return switch (stated) {
      case "0.90" -> FeedFormat.RSS_090;
      case "0.91" -> doctype ? FeedFormat.RSS_091_NETSCAPE : FeedFormat.RSS_091_USERLAND;
      case "0.92" -> FeedFormat.RSS_092;
      case "0.93" -> FeedFormat.RSS_093;
      case "0.94" -> FeedFormat.RSS_094;
      default -> stated.startsWith("2") ? FeedFormat.RSS_20 : FeedFormat.RSS;
    };
  }

  private static FeedFormat rdf(XmlElement root) {
    for (XmlElement child : root.elements()) {
      if (child.key().equals("channel") || child.key().equals("item")) {
        return child.namespace().contains("netscape.com") ? FeedFormat.RSS_090 : FeedFormat.RSS_10;
      }
    }
    String words = root.attribute("xmlns");
    boolean netscape = words != null && words.contains("netscape.com");
    return netscape ? FeedFormat.RSS_090 : FeedFormat.RSS_10;
  }

  /// Why a document of which nothing could be read is no feed.
  static Unreadable noFeed(XmlDocument document, String text) {
    String snippet = text.substring(0, Math.min(text.length(), SNIPPET_CHARS));
    if (text.isBlank()) {
      return new Unreadable("feed.empty", "there is nothing in it", Position.WHOLE, snippet);
    }
    for (XmlElement root : document.root().elements()) {
      boolean page = root.name().equalsIgnoreCase("html");
      String rule = page ? "feed.html-page" : "feed.unknown-format";
      String what = page ? "a web page, not a feed" : "<" + root.name() + "> is no feed format";
      return new Unreadable(rule, what, document.position(root.start()), snippet);
    }
    return new Unreadable("feed.unknown-format", "neither XML nor JSON", Position.WHOLE, snippet);
  }
}
