package syndication.ingest.feed.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The namespaces of one scope, and the usual prefix for each namespace the news world uses.
final class Namespaces {

  /// Own words of the feed formats: RSS in all its namespaces, Atom in all its drafts, and Echo, as
  /// Atom was called at first.
  private static final String FEED_WORDS = "";

  /// Stands before words in a default namespace that no reader knows.
  private static final String UNKNOWN = "?";

  private static final Map<String, String> USUAL = usual();

  private final @Nullable Namespaces outer;
  private final Map<String, String> declared;
  private final Map<String, String> known = new HashMap<>();

  private Namespaces(@Nullable Namespaces outer, Map<String, String> declared) {
    this.outer = outer;
    this.declared = declared;
  }

  static Namespaces none() {
    return new Namespaces(null, Map.of("xml", "http://www.w3.org/XML/1998/namespace"));
  }

  Namespaces with(Map<String, String> more) {
    return more.isEmpty() ? this : new Namespaces(this, more);
  }

  /// URI bound to the prefix, or `null` when nobody declared it.
  @Nullable String uri(String prefix) {
    for (Namespaces scope = this; scope != null; scope = scope.outer) {
      String uri = scope.declared.get(prefix);
      if (uri != null) {
        return uri;
      }
    }
    return null;
  }

  /// The canonical prefix for elements with this prefix: by namespace where it is known, else as
  /// written, so that a feed that forgot to declare `dc` is read all the same.
  String canonical(String prefix) {
    return known.computeIfAbsent(prefix, this::find);
  }

  private String find(String prefix) {
    String uri = uri(prefix);
    if (uri != null) {
      String usual = USUAL.get(normal(uri));
      if (usual != null) {
        return usual;
      }
    }
    return prefix.isEmpty() && uri != null && !uri.isBlank() ? UNKNOWN : lower(prefix);
  }

  static boolean isKnown(String uri) {
    return USUAL.containsKey(normal(uri));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String normal(String uri) {
    String lower = lower(uri.strip());
    if (lower.contains("backend.userland.com/rss")) {
      return "http://backend.userland.com/rss";
    }
    if (lower.startsWith("https:")) {
      lower = "http:" + lower.substring("https:".length());
    }
    while (lower.endsWith("/") || lower.endsWith("#")) {
      lower = lower.substring(0, lower.length() - 1);
    }
    return lower;
  }

  private static Map<String, String> usual() {
    var map = new HashMap<String, String>();
    for (String uri :
        new String[] {
          "http://backend.userland.com/rss",
          "http://blogs.law.harvard.edu/tech/rss",
          "http://cyber.harvard.edu/rss",
          "http://purl.org/rss/1.0",
          "http://channel.netscape.com/rdf/simple/0.9",
          "http://my.netscape.com/rdf/simple/0.9",
          "http://my.netscape.com/publish/formats/rss-0.91",
          "http://purl.org/net/rss1.1",
          "http://example.com/newformat",
          "http://example.com/necho",
          "http://purl.org/echo",
          "uri/of/echo/namespace",
          "http://purl.org/pie",
          "http://purl.org/atom/ns",
          "http://www.w3.org/2005/atom",
          "http://purl.org/rss/1.0/modules/rss091"
        }) {
      map.put(normal(uri), FEED_WORDS);
    }
    String[][] others = {
      {"admin", "http://webns.net/mvcb"},
      {"app", "http://www.w3.org/2007/app"},
      {"atom", "http://www.w3.org/2005/Atom/extension"},
      {"cc", "http://creativecommons.org/ns"},
      {"cc", "http://creativecommons.org/ns#license"},
      {"cc", "http://web.resource.org/cc"},
      {"creativecommons", "http://backend.userland.com/creativeCommonsRssModule"},
      {"creativecommons", "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"},
      {"content", "http://purl.org/rss/1.0/modules/content"},
      {"dc", "http://purl.org/dc/elements/1.1"},
      {"dc", "http://purl.org/dc/elements/1.0"},
      {"dcterms", "http://purl.org/dc/terms"},
      {"feedburner", "http://rssnamespace.org/feedburner/ext/1.0"},
      {"foaf", "http://xmlns.com/foaf/0.1"},
      {"fh", "http://purl.org/syndication/history/1.0"},
      {"geo", "http://www.w3.org/2003/01/geo/wgs84_pos"},
      {"georss", "http://www.georss.org/georss"},
      {"gml", "http://www.opengis.net/gml"},
      {"googleplay", "http://www.google.com/schemas/play-podcasts/1.0"},
      {"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
      {"itunes", "http://example.com/dtds/podcast-1.0.dtd"},
      {"math", "http://www.w3.org/1998/Math/MathML"},
      {"media", "http://search.yahoo.com/mrss"},
      {"podcast", "http://podcastindex.org/namespace/1.0"},
      {"podcast", "https://podcastindex.org/namespace/1.0"},
      {"psc", "http://podlove.org/simple-chapters"},
      {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns"},
      {"slash", "http://purl.org/rss/1.0/modules/slash"},
      {"source", "http://source.scripting.com"},
      {"source", "http://source.smallpict.com/2014/07/12/theSourceNamespace.html"},
      {"svg", "http://www.w3.org/2000/svg"},
      {"sy", "http://purl.org/rss/1.0/modules/syndication"},
      {"thr", "http://purl.org/syndication/thread/1.0"},
      {"thr", "http://purl.org/rss/1.0/modules/threading"},
      {"wfw", "http://wellformedweb.org/commentapi"},
      {"xhtml", "http://www.w3.org/1999/xhtml"},
      {"xlink", "http://www.w3.org/1999/xlink"},
      {"xml", "http://www.w3.org/XML/1998/namespace"},
    };
    for (String[] pair : others) {
      map.put(normal(pair[1]), pair[0]);
    }
    return Map.copyOf(map);
  }
}
