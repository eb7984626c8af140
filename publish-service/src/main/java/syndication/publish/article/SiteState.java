package syndication.publish.article;

import java.util.Optional;

/// What the site holds, for who wants to follow one article.
@FunctionalInterface
public interface SiteState {

  Optional<PublishedArticle> of(String articleId);
}
