package syndication.publish.sitestore;

import syndication.publish.article.PublishedArticle;
import syndication.publish.site.Card;
import tools.jackson.databind.json.JsonMapper;

/// Articles and cards as the database keeps them.
final class ArticleJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ArticleJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static PublishedArticle article(String json) {
    return MAPPER.readValue(json, PublishedArticle.class);
  }

  static Card card(String json) {
    return MAPPER.readValue(json, Card.class);
  }
}
