package syndication.ingest.feed;

import java.net.URI;
import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.xml.XmlElement;

/// Reads what namespaces beside the formats' own add: media, podcasts, places, comments, licences
/// and how often to poll.
final class ExtensionReader {

  private static final String ITUNES_CATEGORIES = "http://www.itunes.com/";
  private static final String MEDIA_CATEGORIES = "http://search.yahoo.com/mrss/category_schema";

  private final Draft draft;
  private final Scope scope;
  private final ElementReader reader;

  ExtensionReader(Draft draft, Scope scope, ElementReader reader) {
    this.draft = draft;
    this.scope = scope;
    this.reader = reader;
  }

  boolean read(XmlElement element) {
    return media(element)
        || podcast(element)
        || place(element)
        || comments(element)
        || schedule(element)
        || license(element);
  }

  private boolean media(XmlElement element) {
    switch (element.key()) {
      case "media:group" -> reader.nested().readAll(element);
      case "media:content" -> {
        draft.medium(MediaReader.content(element, scope));
        element.elements().forEach(this::besideContent);
      }
      case "media:thumbnail" -> draft.medium(MediaReader.thumbnail(element, scope));
      case "media:player" -> draft.medium(MediaReader.player(element, scope));
      case "media:credit" -> credit(element);
      case "media:category" -> {
        String scheme = element.attribute("scheme");
        String label = element.attribute("label");
        draft.category(element.text(), scheme == null ? MEDIA_CATEGORIES : scheme, label);
      }
      case "media:keywords" -> keywords(element.text(), null);
      case "media:license" -> {
        draft.license = scope.resolve(element.attribute("href"));
        draft.extra("media:license", element.text());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// What stands in a `media:content` is about the medium, but for its pictures and its subjects.
  private void besideContent(XmlElement element) {
    switch (element.key()) {
      case "media:thumbnail", "media:player", "media:category", "media:keywords", "media:license" ->
          media(element);
      default -> {}
    }
  }

  private void credit(XmlElement element) {
    MediaItem.Credit credit = MediaReader.credit(element);
    if (credit != null && draft.credits.size() < Bounds.LIST_MAX) {
      draft.credits.add(credit);
    }
  }

  private void keywords(String list, @Nullable String scheme) {
    for (String word : list.split(list.indexOf(',') >= 0 ? "," : "\\s+", -1)) {
      draft.category(word, scheme, null);
    }
  }

  private boolean podcast(XmlElement element) {
    String text = element.text();
    switch (element.key()) {
      case "itunes:block", "googleplay:block" -> draft.blocked = text.equalsIgnoreCase("yes");
      case "itunes:explicit", "googleplay:explicit" -> draft.explicit = explicit(text);
      case "itunes:duration" -> draft.duration = PersonReader.nullIfBlank(text);
      case "itunes:episode", "podcast:episode" -> draft.episode = PersonReader.nullIfBlank(text);
      case "itunes:season", "podcast:season" -> draft.season = PersonReader.nullIfBlank(text);
      case "itunes:image", "googleplay:image", "itunes:link" -> image(element);
      case "itunes:category", "googleplay:category" -> category(element, 0);
      case "itunes:keywords" -> keywords(text, ITUNES_CATEGORIES);
      case "itunes:new-feed-url" -> draft.movedTo = scope.resolve(text);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Boolean explicit(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "explicit" -> Boolean.TRUE;
      case "no", "false", "clean" -> Boolean.FALSE;
      default -> null;
    };
  }

  private void image(XmlElement element) {
    if (element.key().equals("itunes:link") && !"image".equals(element.attribute("rel"))) {
      return;
    }
    String written = element.attribute("href");
    written = written == null ? element.attribute("url") : written;
    URI address = scope.of(element).resolve(written);
    if (address != null) {
      draft.image = new Image(address, null, null, null, null, null);
    }
  }

  private void category(XmlElement element, int depth) {
    String text = element.attribute("text");
    draft.category(text == null ? element.text() : text, ITUNES_CATEGORIES, null);
    for (XmlElement child : element.elements()) {
      if (child.key().equals("itunes:category") && depth < Bounds.NESTING_MAX) {
        category(child, depth + 1);
      }
    }
  }

  private boolean place(XmlElement element) {
    Place found =
        switch (element.key()) {
          case "georss:point", "geo:point" -> point(element);
          case "georss:line" -> PlaceReader.simple("LineString", element);
          case "georss:polygon" -> PlaceReader.simple("Polygon", element);
          case "georss:box" -> PlaceReader.simple("Box", element);
          case "georss:where", "where" -> PlaceReader.gml(element);
          case "gml:point", "gml:linestring", "gml:polygon" -> PlaceReader.shape(element);
          default -> null;
        };
    if (found != null && draft.place == null) {
      draft.place = found;
    }
    switch (element.key()) {
      case "geo:lat" -> draft.latitude = element.text();
      case "geo:long", "geo:lon" -> draft.longitude = element.text();
      default -> {
        return found != null || element.key().startsWith("georss:");
      }
    }
    return true;
  }

  private static @Nullable Place point(XmlElement element) {
    XmlElement latitude = element.child("geo:lat");
    XmlElement longitude = element.child("geo:long");
    return latitude == null || longitude == null
        ? PlaceReader.simple("Point", element)
        : PlaceReader.point(latitude.text(), longitude.text());
  }

  private boolean comments(XmlElement element) {
    Scope inner = scope.of(element);
    switch (element.key()) {
      case "wfw:comment" -> draft.commentsPost = inner.resolve(element.text());
      case "wfw:commentrss" -> draft.commentsFeed = inner.resolve(element.text());
      case "slash:comments", "thr:total" ->
          draft.commentCount = MediaReader.integer(element.text());
      case "thr:in-reply-to" ->
          draft.inReplyTo =
              new Comments.Reply(
                  element.attribute("ref"),
                  inner.resolve(element.attribute("href")),
                  element.attribute("type"),
                  inner.resolve(element.attribute("source")));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean schedule(XmlElement element) {
    switch (element.key()) {
      case "ttl" -> draft.ttl = MediaReader.integer(element.text());
      case "skiphours" -> element.elements().forEach(this::skipHour);
      case "skipdays" -> element.elements().forEach(this::skipDay);
      case "sy:updateperiod" -> draft.updatePeriod = element.text().toLowerCase(Locale.ROOT);
      case "sy:updatefrequency" -> draft.updateFrequency = MediaReader.integer(element.text());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void skipHour(XmlElement element) {
    Integer hour = MediaReader.integer(element.text());
    if (hour != null && hour <= 24 && !draft.skipHours.contains(hour % 24)) {
      draft.skipHours.add(hour % 24);
    }
  }

  private void skipDay(XmlElement element) {
    String name = element.text().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name) && !draft.skipDays.contains(day)) {
        draft.skipDays.add(day);
      }
    }
  }

  private boolean license(XmlElement element) {
    switch (element.key()) {
      case "cc:license", "creativecommons:license", "license" -> {
        String resource = element.attribute("rdf:resource");
        URI license = scope.resolve(resource == null ? element.text() : resource);
        if (license != null) {
          draft.license = license;
        }
      }
      case "feedburner:origlink" -> {
        URI original = scope.resolve(element.text());
        if (original != null) {
          draft.link(Link.of("canonical", original));
        }
      }
      case "admin:generatoragent" -> {
        URI address = scope.resolve(element.attribute("rdf:resource"));
        if (address != null && draft.generator == null) {
          draft.generator = new Generator(address.toString(), address, null);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
