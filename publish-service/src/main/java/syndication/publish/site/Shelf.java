package syndication.publish.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param list with the name that its newest article gives it
/// @param next where the next page begins, or `null` on the last one
public record Shelf(Listed list, List<Story> stories, @Nullable Place next) {
  public Shelf {
    stories = List.copyOf(stories);
  }
}
