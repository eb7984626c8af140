package syndication.enrich.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import syndication.enrich.article.Article;
import syndication.schema.ArticleRevised;
import syndication.schema.Body;
import syndication.schema.Concept;
import syndication.schema.PubStatus;
import syndication.schema.Text;

/// Reads what enrichment needs from a revised event.
public final class RevisedArticles {

  private static final String PLAIN = "text/plain";

  private RevisedArticles() {}

  public static boolean usable(ArticleRevised event) {
    return event.getPubStatus() == PubStatus.USABLE;
  }

  public static Article article(ArticleRevised event) {
    var categories = new ArrayList<String>();
    for (Concept it : event.getSubjects()) {
      it.getUri().ifPresent(categories::add);
      it.getLiteral().ifPresent(categories::add);
      it.getName().ifPresent(categories::add);
    }
    return new Article(
        event.getArticleId(),
        event.getRevision(),
        first(event.getHeadlines()).orElse(""),
        text(event.getBodies()),
        first(event.getDescriptions()).orElse(null),
        categories,
        event.getLanguage().orElse(null));
  }

  private static Optional<String> first(List<Text> texts) {
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts.getFirst().getValue());
  }

  // The plain rendering; where a source's tool writes HTML alone, its text.
  private static String text(List<Body> bodies) {
    for (Body it : bodies) {
      if (PLAIN.equals(it.getContentType().orElse(""))) {
        return it.getValue();
      }
    }
    return bodies.isEmpty() ? "" : HtmlText.of(bodies.getFirst().getValue());
  }

  /// The event without what must not be shown any more.
  public static ArticleRevised withoutContent(ArticleRevised event) {
    return ArticleRevised.newBuilder(event)
        .setBodies(List.of())
        .setDescriptions(List.of())
        .setRenditions(List.of())
        .build();
  }
}
