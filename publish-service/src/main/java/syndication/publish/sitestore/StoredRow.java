package syndication.publish.sitestore;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Tag;
import syndication.publish.article.PublishedArticle.Topic;
import syndication.publish.site.Card;
import syndication.publish.site.Listing;
import syndication.publish.site.SearchText;
import syndication.publish.site.Words;

/// One article on its way into the database, named as its columns are.
record StoredRow(
    @JsonProperty("article_id") String articleId,
    @JsonProperty("token") String token,
    @JsonProperty("revision") long revision,
    @JsonProperty("enrichment") long enrichment,
    @JsonProperty("status") String status,
    @JsonProperty("listed_at") Instant listedAt,
    @JsonProperty("revised_at") Instant revisedAt,
    @JsonProperty("visible_from") @Nullable Instant visibleFrom,
    @JsonProperty("visible_until") @Nullable Instant visibleUntil,
    @JsonProperty("story") String story,
    @JsonProperty("card") @JsonRawValue String card,
    @JsonProperty("article") @JsonRawValue String article,
    @JsonProperty("search_configuration") String searchConfiguration,
    @JsonProperty("words_a") String headlineWords,
    @JsonProperty("words_b") String summaryWords,
    @JsonProperty("words_d") String bodyWords) {

  /// Keeps the index entry of an article below PostgreSQL's 1 MB, also where every pair of
  /// characters is a word: 60,000 × (6 bytes and 6 of overhead). That is ten thousand words.
  private static final int BODY_INDEXED_MAX = 60_000;

  private static final int TEXT_INDEXED_MAX = 2_000;

  static StoredRow of(PublishedArticle article, Listing listing) {
    Card card = Card.of(article);
    String summary = article.summary().text();
    return new StoredRow(
        article.articleId(),
        card.token(),
        article.version().revision(),
        article.version().enrichment(),
        article.status().name(),
        listing.listedAt(),
        article.dates().versionCreated(),
        listing.visibleFrom(),
        listing.visibleUntil(),
        listing.story(),
        ArticleJson.write(card),
        ArticleJson.write(article),
        SearchText.configuration(article.language()),
        words(article.headline(), TEXT_INDEXED_MAX),
        words(labels(article) + " " + (summary == null ? "" : summary), TEXT_INDEXED_MAX),
        words(article.bodyText(), BODY_INDEXED_MAX));
  }

  private static String words(String text, int lengthMax) {
    return SearchText.words(Words.cut(text, lengthMax));
  }

  private static String labels(PublishedArticle article) {
    List<String> tags = article.tags().stream().map(Tag::label).toList();
    List<String> topics = article.topics().stream().map(Topic::label).toList();
    String byline = article.byline();
    return String.join(" ", tags)
        + " "
        + String.join(" ", topics)
        + " "
        + article.keyphrases().stream().collect(Collectors.joining(" "))
        + (byline == null ? "" : " " + byline);
  }
}
