package syndication.publish.sitehttp;

import syndication.publish.article.PublishedArticle;

/// Makes the document that partners get of an article.
public interface ArticleDocuments {

  /// JSON, UTF-8.
  byte[] document(PublishedArticle article);
}
