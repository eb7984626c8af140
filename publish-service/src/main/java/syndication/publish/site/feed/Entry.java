package syndication.publish.site.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.article.PublishedArticle.Tag;
import syndication.publish.article.PublishedArticle.Topic;
import syndication.publish.site.Addresses;
import syndication.publish.site.Card;
import syndication.publish.site.Listing;
import syndication.publish.site.page.ArticleBody;

/// One article as every feed format gives it.
///
/// @param link absolute address on this site
/// @param origin the origin's address, or `null` when not known
/// @param summary plain text, or `null`
/// @param content sanitised HTML, or `null` when the source keeps the body for itself
/// @param author a person's name, or else the source's
/// @param updated when this revision was made, UTC
record Entry(
    String id,
    String link,
    @Nullable String origin,
    String title,
    @Nullable String summary,
    @Nullable String content,
    String author,
    String sourceId,
    String sourceName,
    @Nullable String language,
    Instant published,
    Instant updated,
    List<String> categories,
    @Nullable Media image,
    @Nullable String rights) {

  Entry {
    categories = List.copyOf(categories);
  }

  static Entry of(PublishedArticle article, Addresses addresses) {
    Card card = Card.of(article);
    String byline = article.byline();
    String note = article.correctionNote();
    String summary = article.summary().text() == null ? card.teaser() : article.summary().text();
    List<String> categories =
        new ArrayList<>(
            Stream.concat(
                    article.topics().stream().map(Topic::label),
                    article.tags().stream().map(Tag::label))
                .distinct()
                .toList());
    return new Entry(
        article.articleId(),
        addresses.article(card),
        article.canonicalUrl() == null ? null : article.canonicalUrl().toString(),
        card.headline(),
        note == null ? summary : note + (summary == null ? "" : " " + summary),
        mayCarryBody(article) ? ArticleBody.html(article) : null,
        byline == null ? Listing.sourceLabel(article) : byline,
        article.origin().sourceId(),
        Listing.sourceLabel(article),
        article.language().equals("und") ? null : article.language(),
        article.dates().firstCreated(),
        article.dates().versionCreated(),
        categories,
        article.media().stream()
            .filter(it -> it.type().equals("image") && Card.overHttps(it.address()))
            .findFirst()
            .orElse(null),
        article.rights().notice());
  }

  // A feed is an offer to copy: a body whose source keeps the right for itself is not in it.
  private static boolean mayCarryBody(PublishedArticle article) {
    return switch (article.rights().syndication()) {
      case "NO", "VERIFY", "WITH_PAYMENT" -> false;
      default -> true;
    };
  }
}
