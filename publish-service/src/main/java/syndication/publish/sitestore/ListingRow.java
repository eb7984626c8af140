package syndication.publish.sitestore;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.Listing;

/// One article's place on one list on its way into the database, named as its columns are.
record ListingRow(
    @JsonProperty("list") String list,
    @JsonProperty("article_id") String articleId,
    @JsonProperty("label") String label,
    @JsonProperty("listed_at") Instant listedAt,
    @JsonProperty("story") String story,
    @JsonProperty("visible_from") @Nullable Instant visibleFrom,
    @JsonProperty("visible_until") @Nullable Instant visibleUntil) {

  static List<ListingRow> of(PublishedArticle article, Listing listing) {
    return listing.lists().stream()
        .map(it ->
            new ListingRow(
                it.list().key(),
                article.articleId(),
                it.label(),
                listing.listedAt(),
                listing.story(),
                listing.visibleFrom(),
                listing.visibleUntil()))
        .toList();
  }
}
