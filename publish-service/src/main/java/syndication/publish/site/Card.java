package syndication.publish.site;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Media;

/// An article in a list.
///
/// @param token from [Token#ofArticle]
/// @param slug readable part of its address, may be empty
/// @param teaser plain text, or `null`
/// @param image over https, or `null`
/// @param topic label of the best topic, or `null`
/// @param revisedAt when the shown revision was made, UTC
/// @param corrected whether the shown revision carries a correction note
public record Card(
    String articleId,
    String token,
    String slug,
    String headline,
    @Nullable String teaser,
    String language,
    Listed source,
    @Nullable URI image,
    String imageAlt,
    @Nullable String topic,
    Instant listedAt,
    Instant revisedAt,
    int readingMinutes,
    boolean corrected) {

  /// Two or three lines on a phone.
  private static final int TEASER_LENGTH_MAX = 220;

  private static final int HEADLINE_LENGTH_MAX = 300;
  private static final float SECONDS_PER_MINUTE = 60;

  public static Card of(PublishedArticle article) {
    String headline =
        article.headline().isBlank()
            ? "Untitled article"
            : Words.cut(article.headline().strip(), HEADLINE_LENGTH_MAX);
    Media image =
        article.media().stream()
            .filter(it -> it.type().equals("image") && overHttps(it.address()))
            .findFirst()
            .orElse(null);
    String caption = image == null ? null : image.caption();
    return new Card(
        article.articleId(),
        Token.ofArticle(article.articleId()),
        Token.slug(article.headline()),
        headline,
        teaser(article),
        article.language(),
        new Listed(
            new ListRef(ListKind.SOURCE, Token.of(article.origin().sourceId())),
            Listing.sourceLabel(article)),
        image == null ? null : image.address(),
        caption == null ? "" : Words.cut(caption, TEASER_LENGTH_MAX),
        article.topics().isEmpty() ? null : article.topics().getFirst().label(),
        Listing.of(article).listedAt(),
        article.dates().versionCreated(),
        minutes(article.readingTimeSeconds()),
        article.correctionNote() != null);
  }

  // What takes seconds takes a minute, and what is only a headline takes none.
  private static int minutes(int seconds) {
    return seconds == 0 ? 0 : Math.max(1, Math.round(seconds / SECONDS_PER_MINUTE));
  }

  /// The last part of the article's address: `slug-token`.
  public String address() {
    return slug.isEmpty() ? token : slug + "-" + token;
  }

  /// A page over https cannot show what comes over http.
  public static boolean overHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private static @Nullable String teaser(PublishedArticle article) {
    String teaser = article.summary().teaser();
    if (teaser == null) {
      teaser = article.summary().text();
    }
    if (teaser == null) {
      teaser = article.bodyText().lines().findFirst().orElse(null);
    }
    return teaser == null || teaser.isBlank() ? null : Words.cut(teaser.strip(), TEASER_LENGTH_MAX);
  }
}
