package syndication.ingest.feed;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One item of a feed, as the source gives it, made harmless and complete but not yet an article.
///
/// @param position where in the feed it begins
/// @param id guid or id as written, or `null`
/// @param permalink whether the feed says that the id is also the item's address
/// @param links in the feed's order
/// @param summary description or summary, or `null`
/// @param contents full texts, usually one
/// @param subtitle a second headline, or `null`
/// @param source the feed it was taken from, when the feed is not its own, or `null`
/// @param extras plain text of elements we have no place for, by name
/// @param problems what was wrong with it and was mended
public record Entry(
    Position position,
    @Nullable String id,
    boolean permalink,
    List<Link> links,
    @Nullable Text title,
    @Nullable Text summary,
    List<Text> contents,
    @Nullable Text subtitle,
    People people,
    List<Category> categories,
    Dates dates,
    Rights rights,
    @Nullable String language,
    @Nullable Image image,
    List<MediaItem> media,
    @Nullable FeedInfo source,
    @Nullable Place place,
    Comments comments,
    Podcast podcast,
    Map<String, String> extras,
    List<String> problems) {

  public Entry {
    links = List.copyOf(links);
    contents = List.copyOf(contents);
    categories = List.copyOf(categories);
    media = List.copyOf(media);
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    problems = List.copyOf(problems);
  }

  /// Where the item is published: its alternate link, or its id when that is an address; `null`
  /// when neither.
  public @Nullable URI address() {
    for (Link link : links) {
      if (link.rel().equals("alternate")) {
        return link.href();
      }
    }
    return null;
  }
}
