package syndication.ingest.page.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Hint;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.text.Bylines;
import tools.jackson.databind.JsonNode;

/// Finds who wrote an article: what the page states first, then its byline in the text.
final class PageBylines {

  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "webmaster",
          "author",
          "unknown",
          "staff",
          "root",
          "user",
          "guest");

  private static final int NAMED_ELEMENTS_MAX = 40;
  private static final int SIGNATURE_CHARS_MAX = 90;

  private PageBylines() {}

  static @Nullable String find(
      Statements stated, Document document, Layout layout, int title, @Nullable String siteName) {
    String labelled = labelled(stated);
    if (usable(labelled)) {
      return labelled;
    }
    String reporter = reporter(layout, title);
    if (reporter != null) {
      return reporter;
    }
    String author = linkedAuthor(stated.linkedData());
    if (usable(author) && !isSite(author, siteName)) {
      return author;
    }
    String meta = joined(stated.metas("author"));
    meta = meta == null ? joined(stated.metas("article:author")) : meta;
    meta =
        meta == null
            ? stated.meta(
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "byl",
                "dcterms.creator",
                "citation_author")
            : meta;
    String named = meta == null ? null : Bylines.names(meta);
    if (usable(named) && !isSite(named, siteName)) {
      return named;
    }
    Element rel =
        document.selectFirst(
            "a[rel~=author], [itemprop~=author] [itemprop=name], [itemprop=author]");
    if (rel != null && usable(Bylines.names(rel.text()))) {
      return Bylines.names(rel.text());
    }
    String visible = visible(layout, title);
    visible = visible == null ? inNamedElement(document) : visible;
    return Titles.first(visible, usable(author) ? author : null, usable(named) ? named : null);
  }

  /// A site that signs its articles with its own name hides who wrote them.
  private static boolean isSite(@Nullable String author, @Nullable String siteName) {
    if (author == null || siteName == null) {
      return false;
    }
    String mine = Titles.letters(author);
    String site = Titles.letters(siteName);
    return mine.length() >= 3 && (site.contains(mine) || mine.contains(site));
  }

  /// The first element named for an author that holds something like a name.
  private static @Nullable String inNamedElement(Document document) {
    int looked = 0;
    for (Element element :
        document.select(
            "[class*=author],[class*=byline],[class*=Author],[class*=Byline],a[href*=/author]")) {
      if (looked++ > NAMED_ELEMENTS_MAX) {
        return null;
      }
      String text = element.text();
      String names = text.length() > 120 ? null : Bylines.names(text);
      if (names != null && usable(names) && Bylines.looksLikeName(names)) {
        return names;
      }
    }
    return null;
  }

  private static @Nullable String labelled(Statements stated) {
    String label = stated.meta("twitter:label1");
    String data = stated.meta("twitter:data1");
    if (label == null || data == null) {
      return null;
    }
    String lower = label.toLowerCase(Locale.ROOT);
    boolean writes =
        lower.contains("written")
            || lower.contains("by")
            || lower.contains("author")
            || lower.contains("verfasst")
            || lower.contains("écrit")
            || lower.contains("escrito");
    return writes ? Bylines.names(data) : null;
  }

  private static @Nullable String linkedAuthor(JsonLd data) {
    for (JsonNode object : new @Nullable JsonNode[] {data.article(), data.page()}) {
      if (object != null && object.get("author") != null) {
        var names = new LinkedHashSet<String>();
        authors(data, object.get("author"), names);
        if (!names.isEmpty()) {
          return String.join(", ", names);
        }
      }
    }
    return null;
  }

  private static void authors(JsonLd data, JsonNode node, Set<String> names) {
    if (node.isArray()) {
      for (JsonNode one : node) {
        if (!one.isArray() && names.size() < 12) {
          authors(data, one, names);
        }
      }
      return;
    }
    JsonNode author = data.resolve(node);
    String written = author.isObject() ? JsonLd.textOf(author.get("name")) : JsonLd.textOf(author);
    String name = written == null ? null : Bylines.names(written);
    if (name != null) {
      names.add(name);
    }
  }

  private static @Nullable String joined(List<String> authors) {
    var names = new LinkedHashSet<String>();
    for (String author : authors) {
      if (!author.startsWith("http") && names.size() < 12) {
        names.add(author);
      }
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static boolean usable(@Nullable String byline) {
    return byline != null && !NOBODY.contains(byline.toLowerCase(Locale.ROOT));
  }

  /// A byline in the text: near the title, in a box named for it or beginning with "By".
  private static @Nullable String visible(Layout layout, int title) {
    List<Segment> near = new ArrayList<>();
    int from = Math.max(0, title - 8);
    for (int i = from; i < layout.segments().size() && i < from + 40; i++) {
      if (layout.segments().get(i).isText() && i != title) {
        near.add(layout.segments().get(i));
      }
    }
    for (int i = 0; i < near.size(); i++) {
      String text = near.get(i).text();
      String names = Bylines.of(text);
      if (names == null && i + 1 < near.size() && Bylines.isLabel(text)) {
        names = Bylines.names(near.get(i + 1).text());
      }
      if (usable(names)) {
        return names;
      }
    }
    for (Segment segment : near) {
      String names = Bylines.within(segment.text());
      if (names != null && usable(names)) {
        return names;
      }
    }
    for (Segment segment : near) {
      if (inAuthorBox(segment.box()) && segment.length() <= 80) {
        String names = Bylines.names(segment.text());
        if (usable(names)
            && names != null
            && names.indexOf(' ') > 0
            && names.length() < 50
            && Moment.in(segment.text()) == null) {
          return names;
        }
      }
    }
    return portrayed(near, layout);
  }

  /// Chinese, Japanese and Korean pages name the reporter beside the title, and the paper in their
  /// metadata.
  private static @Nullable String reporter(Layout layout, int title) {
    List<Segment> segments = layout.segments();
    for (int i = title + 1; title >= 0 && i < Math.min(segments.size(), title + 8); i++) {
      String name = Bylines.eastern(segments.get(i).text());
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /// A name behind a portrait, above a role, or with a date or "in Politics" beside it.
  private static @Nullable String portrayed(List<Segment> near, Layout layout) {
    for (Segment segment : near) {
      if (segment.length() > SIGNATURE_CHARS_MAX || segment.box().isHeading()) {
        continue;
      }
      String names = Bylines.names(withoutDate(segment.text()));
      boolean beside = names != null && names.length() < segment.length();
      boolean portrait =
          segment.index() > 0
              && layout.segments().get(segment.index() - 1).kind() == Segment.Kind.IMAGE;
      int after = segment.index() + 1;
      boolean role =
          after < layout.segments().size() && Bylines.isRole(layout.segments().get(after).text());
      if (names != null
          && (portrait || role || (beside && Moment.in(segment.text()) != null))
          && segment.linkDensity() < 1
          && Bylines.looksLikeName(names)) {
        return names;
      }
    }
    return null;
  }

  /// "Dec 26, 2025 • Jane Doe": the part without the date.
  private static String withoutDate(String text) {
    for (String part : text.split("\\s*[|•·⋅–—]\\s*", -1)) {
      if (!part.isBlank() && Moment.in(part) == null) {
        return part;
      }
    }
    return text;
  }

  private static boolean inAuthorBox(Box inner) {
    Box box = inner;
    for (int up = 0; up < 3 && box != null; up++) {
      if (box.is(Hint.AUTHOR)) {
        return true;
      }
      box = box.parent();
    }
    return false;
  }
}
