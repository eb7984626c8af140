package syndication.publish.site.feed;

import java.time.Instant;
import java.util.List;
import syndication.publish.article.PublishedArticle;

/// A list of articles on its way to feed readers.
///
/// @param home absolute address of the list's page
/// @param self absolute address of this feed
/// @param updated when the list changed last, UTC
/// @param articles newest first
public record Channel(
    String title,
    String description,
    String home,
    String self,
    Instant updated,
    List<PublishedArticle> articles) {
  public Channel {
    articles = List.copyOf(articles);
  }
}
