package syndication.ingest.feed;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Shows a feed under the names that the feedparser project uses: this is the mapping between its
/// model and ours.
final class FeedparserView {

  private FeedparserView() {}

  static Map<String, Object> of(Feed feed) {
    var view = new LinkedHashMap<String, Object>();
    view.put("bozo", !feed.wellFormed());
    put(view, "encoding", feed.encoding());
    put(view, "version", version(feed.format()));
    view.put("feed", info(feed.info()));
    view.put("entries", feed.entries().stream().map(FeedparserView::entry).toList());
    return view;
  }

  private static String version(FeedFormat format) {
    return switch (format) {
      case UNKNOWN -> "";
      case RSS -> "rss";
      case RSS_090 -> "rss090";
      case RSS_091_NETSCAPE -> "rss091n";
      case RSS_091_USERLAND -> "rss091u";
      case RSS_092 -> "rss092";
      case RSS_093 -> "rss093";
      case RSS_094 -> "rss094";
      case RSS_10 -> "rss10";
      case RSS_20 -> "rss20";
      case ATOM_03 -> "atom03";
      case ATOM_10 -> "atom10";
      case CDF -> "cdf";
      case JSON_FEED_10 -> "json1";
      case JSON_FEED_11 -> "json11";
    };
  }

  private static Map<String, Object> info(FeedInfo info) {
    var view = new LinkedHashMap<String, Object>();
    info.extras().forEach((name, value) -> view.put(name.replace(':', '_'), value));
    put(view, "id", info.id());
    put(view, "guid", info.id());
    text(view, info.title(), "title");
    text(view, info.subtitle(), "subtitle", "tagline", "description");
    text(view, info.info(), "info");
    links(view, info.links());
    people(view, info.people());
    tags(view, info.categories());
    dates(view, info.dates());
    rights(view, info.rights());
    podcast(view, info.podcast());
    put(view, "language", info.language());
    put(view, "logo", string(info.logo()));
    put(view, "icon", string(info.icon()));
    put(view, "newlocation", string(info.movedTo()));
    image(view, info.image());
    Generator generator = info.generator();
    if (generator != null) {
      view.put("generator", generator.name());
      var detail = new LinkedHashMap<String, Object>();
      detail.put("name", generator.name());
      put(detail, "url", string(generator.address()));
      put(detail, "href", string(generator.address()));
      put(detail, "version", generator.version());
      view.put("generator_detail", detail);
    }
    Integer ttl = info.schedule().ttlMinutes();
    put(view, "ttl", ttl == null ? null : ttl.toString());
    // RSS's source has an address of its own, which we keep as the link to the other feed itself.
    put(view, "href", string(info.self()));
    return view;
  }

  private static Map<String, Object> entry(Entry entry) {
    var view = new LinkedHashMap<String, Object>();
    entry.extras().forEach((name, value) -> view.put(name.replace(':', '_'), value));
    put(view, "id", entry.id());
    put(view, "guid", entry.id());
    view.put("guidislink", entry.permalink());
    text(view, entry.title(), "title");
    text(view, entry.summary(), "summary", "description");
    if (entry.summary() == null && !entry.contents().isEmpty()) {
      // feedparser shows the full text as the summary where there is none.
      text(view, entry.contents().getFirst(), "summary", "description");
    }
    text(view, entry.subtitle(), "subtitle");
    view.put("content", entry.contents().stream().map(FeedparserView::detail).toList());
    links(view, entry.links());
    people(view, entry.people());
    tags(view, entry.categories());
    dates(view, entry.dates());
    rights(view, entry.rights());
    podcast(view, entry.podcast());
    put(view, "language", entry.language());
    image(view, entry.image());
    FeedInfo source = entry.source();
    put(view, "source", source == null ? null : info(source));
    Comments comments = entry.comments();
    put(view, "comments", string(comments.page()));
    put(view, "wfw_comment", string(comments.post()));
    put(view, "wfw_commentrss", string(comments.feed()));
    reply(view, comments.inReplyTo());
    place(view, entry.place());
    view.put("media_thumbnail", media(entry, MediaItem.Role.THUMBNAIL));
    List<Map<String, Object>> players = media(entry, MediaItem.Role.PLAYER);
    put(view, "media_player", players.isEmpty() ? null : players.getFirst());
    return view;
  }

  private static void reply(Map<String, Object> view, Comments.@Nullable Reply reply) {
    if (reply != null) {
      var detail = new LinkedHashMap<String, Object>();
      put(detail, "ref", reply.ref());
      put(detail, "href", string(reply.href()));
      put(detail, "type", reply.type());
      put(detail, "source", string(reply.source()));
      view.put("thr_in-reply-to", detail);
    }
  }

  private static void place(Map<String, Object> view, @Nullable Place place) {
    if (place != null) {
      boolean point = place.shape().equals("Point");
      Object coordinates = point ? place.points().getFirst() : place.points();
      view.put("where", Map.of("type", place.shape(), "coordinates", coordinates));
    }
  }

  private static List<Map<String, Object>> media(Entry entry, MediaItem.Role role) {
    return entry.media().stream()
        .filter(item -> item.role() == role)
        .map(item -> Map.<String, Object>of("url", item.address().toString()))
        .toList();
  }

  private static void text(Map<String, Object> view, @Nullable Text text, String... names) {
    if (text != null) {
      for (String name : names) {
        view.put(name, text.value());
        view.put(name + "_detail", detail(text));
      }
    }
  }

  private static Map<String, Object> detail(Text text) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("value", text.value());
    detail.put("type", text.type());
    put(detail, "language", text.language());
    put(detail, "base", string(text.base()));
    put(detail, "src", string(text.source()));
    return detail;
  }

  private static void links(Map<String, Object> view, List<Link> links) {
    var all = new ArrayList<Map<String, Object>>();
    for (Link link : links) {
      var item = new LinkedHashMap<String, Object>();
      item.put("rel", link.rel());
      put(item, "type", link.type());
      item.put("href", link.href().toString());
      put(item, "title", link.title());
      put(item, "hreflang", link.hreflang());
      put(item, "length", link.length());
      all.add(item);
      if (link.rel().equals("alternate")) {
        view.putIfAbsent("link", link.href().toString());
      }
    }
    view.put("links", all);
    var enclosures = new ArrayList<Map<String, Object>>();
    for (Map<String, Object> link : all) {
      if ("enclosure".equals(link.get("rel"))) {
        var enclosure = new LinkedHashMap<>(link);
        enclosure.remove("rel");
        enclosures.add(enclosure);
      }
    }
    view.put("enclosures", enclosures);
  }

  private static void people(Map<String, Object> view, People people) {
    view.put("authors", people.authors().stream().map(FeedparserView::person).toList());
    view.put("contributors", people.contributors().stream().map(FeedparserView::person).toList());
    if (!people.authors().isEmpty()) {
      named(view, "author", people.authors().getFirst());
    }
    Person publisher = people.publisher();
    if (publisher != null) {
      named(view, "publisher", publisher);
    }
  }

  private static void named(Map<String, Object> view, String name, Person person) {
    view.put(name + "_detail", person(person));
    String email = person.email();
    String own = person.name();
    if (own != null && email != null) {
      view.put(name, own + " (" + email + ")");
    } else {
      put(view, name, own == null ? email : own);
    }
  }

  private static Map<String, Object> person(Person person) {
    var view = new LinkedHashMap<String, Object>();
    put(view, "name", person.name());
    put(view, "email", person.email());
    put(view, "href", string(person.address()));
    return view;
  }

  private static void tags(Map<String, Object> view, List<Category> categories) {
    var tags = new ArrayList<Map<String, Object>>();
    for (Category category : categories) {
      var tag = new LinkedHashMap<String, Object>();
      tag.put("term", category.term());
      put(tag, "scheme", category.scheme());
      put(tag, "label", category.label());
      tags.add(tag);
      view.putIfAbsent("category", category.term());
    }
    view.put("tags", tags);
  }

  private static void dates(Map<String, Object> view, Dates dates) {
    date(view, "published", dates.published());
    date(view, "updated", dates.updated());
    date(view, "created", dates.created());
    date(view, "validity_start", dates.validFrom());
    date(view, "validity_end", dates.validUntil());
    date(view, "expired", dates.validUntil());
  }

  private static void date(Map<String, Object> view, String name, @Nullable StatedDate date) {
    if (date != null) {
      view.put(name, date.text());
      Instant at = date.at();
      put(view, name + "_parsed", at == null ? null : timeTuple(at));
    }
  }

  /// Python's `struct_time` in UTC.
  private static List<Integer> timeTuple(Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC);
    return List.of(
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue(),
        time.getDayOfYear(),
        0);
  }

  private static void rights(Map<String, Object> view, Rights rights) {
    text(view, rights.notice(), "rights", "copyright");
    put(view, "license", string(rights.license()));
    URI license = rights.license();
    if (license != null && view.get("media_license") instanceof String words) {
      view.put("media_license", Map.of("href", license.toString(), "content", words));
    }
  }

  private static void podcast(Map<String, Object> view, Podcast podcast) {
    view.put("itunes_block", podcast.blocked() ? 1 : 0);
    Boolean explicit = podcast.explicit();
    put(view, "itunes_explicit", explicit == null ? null : explicit ? 1 : 0);
    put(view, "itunes_duration", podcast.duration());
  }

  private static void image(Map<String, Object> view, @Nullable Image image) {
    if (image != null) {
      var detail = new LinkedHashMap<String, Object>();
      put(detail, "href", string(image.address()));
      put(detail, "url", string(image.address()));
      put(detail, "title", image.title());
      put(detail, "link", string(image.link()));
      put(detail, "width", image.width());
      put(detail, "height", image.height());
      put(detail, "description", image.description());
      view.put("image", detail);
    }
  }

  private static @Nullable String string(@Nullable URI uri) {
    return uri == null ? null : uri.toString();
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, Objects.requireNonNull(value));
    }
  }
}
