package syndication.ingest.feed;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a feed says about itself; also what an entry says about the feed it was taken from.
///
/// @param id the feed's own name, or `null`
/// @param subtitle also called description or tagline, or `null`
/// @param info words for people who open the feed in a browser (Atom 0.3), or `null`
/// @param language BCP 47 as stated, or `null`
/// @param logo wide image, or `null`
/// @param icon small image, or `null`
/// @param movedTo where the feed says it has moved, or `null`
/// @param extras plain text of elements we have no place for, by name
public record FeedInfo(
    @Nullable String id,
    @Nullable Text title,
    @Nullable Text subtitle,
    @Nullable Text info,
    List<Link> links,
    People people,
    List<Category> categories,
    Dates dates,
    Rights rights,
    @Nullable String language,
    @Nullable Image image,
    @Nullable URI logo,
    @Nullable URI icon,
    @Nullable Generator generator,
    Schedule schedule,
    Podcast podcast,
    @Nullable URI movedTo,
    Map<String, String> extras) {

  public FeedInfo {
    links = List.copyOf(links);
    categories = List.copyOf(categories);
    SequencedMap<String, String> ordered = new LinkedHashMap<>(extras);
    extras = Collections.unmodifiableMap(ordered);
  }

  /// The page the feed belongs to, or `null`.
  public @Nullable URI homePage() {
    return link("alternate");
  }

  /// The feed's own address as it states it, or `null`.
  public @Nullable URI self() {
    return link("self");
  }

  /// WebSub hubs, in the feed's order.
  public List<URI> hubs() {
    return links.stream().filter(link -> link.rel().equals("hub")).map(Link::href).toList();
  }

  private @Nullable URI link(String rel) {
    for (Link link : links) {
      if (link.rel().equals(rel)) {
        return link.href();
      }
    }
    return null;
  }
}
