package syndication.publish.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds the content of every page.
///
/// @param title of the document
/// @param canonical absolute address that search engines should keep, or `null`
/// @param feeds of this page's list
/// @param head OpenGraph and the like
/// @param structured JSON-LD, safe inside a script element, or `null`
/// @param index whether search engines may list the page
/// @param query what was searched for, empty elsewhere
public record Frame(
    String siteName,
    String tagline,
    String stylesheet,
    String title,
    @Nullable String description,
    @Nullable String canonical,
    List<Feed> feeds,
    List<Property> head,
    @Nullable String structured,
    boolean index,
    String query,
    Navigation navigation) {

  public Frame {
    feeds = List.copyOf(feeds);
    head = List.copyOf(head);
  }

  public record Feed(String type, String href, String title) {}

  /// @param name of a meta property
  public record Property(String name, String content) {}

  /// Links on every page, best first.
  public record Navigation(
      List<Link> topics, List<Link> tags, List<Link> sources, List<Link> languages) {

    public static final Navigation EMPTY =
        new Navigation(List.of(), List.of(), List.of(), List.of());

    public Navigation {
      topics = List.copyOf(topics);
      tags = List.copyOf(tags);
      sources = List.copyOf(sources);
      languages = List.copyOf(languages);
    }
  }
}
