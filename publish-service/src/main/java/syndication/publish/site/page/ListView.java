package syndication.publish.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param word what kind of list it is, or `null` on the front page
/// @param first whether its newest stories are on this page
/// @param next address of the next page, or `null` on the last
public record ListView(
    @Nullable String word,
    String heading,
    List<CardView> stories,
    boolean first,
    String start,
    @Nullable String next,
    List<Frame.Feed> feeds) {
  public ListView {
    stories = List.copyOf(stories);
    feeds = List.copyOf(feeds);
  }
}
