package syndication.publish.site.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.article.PublishedArticle.Rights;
import syndication.publish.site.Addresses;
import syndication.publish.site.Card;
import syndication.publish.site.ListKind;
import syndication.publish.site.ListRef;
import syndication.publish.site.Listing;
import syndication.publish.site.Script;
import syndication.publish.site.Token;

/// Makes the views of single articles.
final class ArticleViews {

  /// The surest ones; above a headline there is room for a line of them.
  private static final int TOPICS_SHOWN_MAX = 3;

  private static final int TAGS_SHOWN_MAX = 16;

  private final Addresses paths;

  ArticleViews(Addresses paths) {
    this.paths = paths;
  }

  ArticleView readable(PublishedArticle article, List<Card> also, List<Card> related) {
    String body = ArticleBody.html(article);
    URI origin = article.canonicalUrl();
    String attributed = article.origin().attributedTo();
    return new ArticleView(
        CardView.of(Card.of(article), paths),
        article.byline(),
        Moment.of(article.dates().firstCreated()),
        article.dates().quality().equals("FETCH_TIME") ? "First seen" : "Published",
        Moment.of(article.dates().versionCreated()),
        article.version().revision(),
        article.correctionNote(),
        article.kind().equals("CLARIFICATION") ? "Clarification" : "Correction",
        article.summary().text(),
        article.summary().digitalSourceType() != null,
        picture(article, body),
        body,
        origin == null ? null : origin.toString(),
        attributed == null ? Listing.sourceLabel(article) : attributed,
        rights(article.rights()),
        article.topics().stream()
            .limit(TOPICS_SHOWN_MAX)
            .map(it -> link(ListKind.TOPIC, it.code(), it.label()))
            .distinct()
            .toList(),
        article.tags().stream()
            .limit(TAGS_SHOWN_MAX)
            .map(it -> link(ListKind.TAG, it.id(), it.label()))
            .distinct()
            .toList(),
        also.stream().map(it -> CardView.of(it, paths)).toList(),
        related.stream().map(it -> CardView.of(it, paths)).toList());
  }

  GoneView gone(PublishedArticle article, boolean expired) {
    boolean nameless = article.kind().equals("TAKEDOWN") || article.headline().isBlank();
    ListRef source = new ListRef(ListKind.SOURCE, Token.of(article.origin().sourceId()));
    return new GoneView(
        nameless ? null : article.headline(),
        article.language(),
        Script.direction(article.language()),
        expired
            ? "This article was published for a limited time, which is over."
            : sentence(article),
        article.correctionNote(),
        new Link(paths.list(source), Listing.sourceLabel(article)),
        Moment.of(article.dates().versionCreated()));
  }

  private static String sentence(PublishedArticle article) {
    return switch (article.kind()) {
      case "WITHHOLD" -> "Its source has withheld this article for now.";
      case "TAKEDOWN" -> "This article was taken down and cannot be shown any more.";
      case "EXPIRE" -> "This article was published for a limited time, which is over.";
      default -> "Its source has withdrawn this article.";
    };
  }

  private Link link(ListKind kind, String id, String label) {
    return new Link(paths.list(new ListRef(kind, Token.of(id))), label);
  }

  // The first picture, unless the body shows it already.
  private static ArticleView.@Nullable Picture picture(PublishedArticle article, String body) {
    for (Media it : article.media()) {
      if (it.type().equals("image") && Card.overHttps(it.address())) {
        String address = it.address().toString();
        boolean shown = body.contains(address) || body.contains(address.replace("&", "&amp;"));
        String caption = it.caption();
        return shown
            ? null
            : new ArticleView.Picture(
                address, caption == null ? "" : caption, caption(it), it.width(), it.height());
      }
    }
    return null;
  }

  private static @Nullable String caption(Media media) {
    String caption = media.caption();
    String credit = media.credit();
    if (caption == null) {
      return credit;
    }
    return credit == null ? caption : caption + " (" + credit + ")";
  }

  private static @Nullable String rights(Rights rights) {
    if (rights.notice() != null) {
      return rights.notice();
    }
    return rights.holder() == null ? null : "© " + rights.holder();
  }
}
