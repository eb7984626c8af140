package syndication.ingest.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Body;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Media;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.ParsedArticle.Rights;
import syndication.ingest.article.Removed;

/// An article as a page carries it.
///
/// @param byline people's names, without "By", or `null`
/// @param published UTC, or `null` when the page does not say
/// @param publishedAsWritten the same with the offset the page gives, ISO 8601; a date alone when
///   the page gives no time; or `null`
/// @param canonical the address the page states as its own, or `null`
/// @param otherAddresses AMP, short links, alternates
/// @param description the page's own summary, or `null`
public record PageArticle(
    String title,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable Instant modified,
    DateQuality dateQuality,
    @Nullable String publishedAsWritten,
    @Nullable String siteName,
    @Nullable String language,
    @Nullable URI image,
    @Nullable URI canonical,
    List<URI> otherAddresses,
    Body body,
    @Nullable String description,
    List<String> categories,
    List<Media> media,
    List<Related> related,
    Notes notes,
    @Nullable Attribution attribution,
    Rights rights,
    List<Removed> removed,
    List<String> warnings) {

  public PageArticle {
    otherAddresses = List.copyOf(otherAddresses);
    categories = List.copyOf(categories);
    media = List.copyOf(media);
    related = List.copyOf(related);
    removed = List.copyOf(removed);
    warnings = List.copyOf(warnings);
  }

  /// The article as the rest of the service knows it.
  ///
  /// An AMP page is known by the address it states as canonical.
  ///
  /// @param address where the page was found, or `null`
  /// @param receivedAt UTC; published times after it are held at it
  public ParsedArticle toParsedArticle(@Nullable URI address, Instant receivedAt) {
    boolean variant = address != null && otherAddresses.contains(address);
    URI own = address == null || (variant && canonical != null) ? canonical : address;
    var identifiers = new ParsedArticle.Identifiers(null, own, canonical, otherAddresses);
    return new ParsedArticle(
        identifiers,
        title,
        body,
        description,
        byline,
        language,
        dates(receivedAt),
        rights,
        categories,
        media,
        related,
        notes,
        attribution,
        removed,
        new ArrayList<>(warnings));
  }

  private ParsedArticle.Dates dates(Instant receivedAt) {
    Instant stated = published;
    if (stated == null) {
      return new ParsedArticle.Dates(null, modified, DateQuality.FETCH_TIME, null, null);
    }
    boolean future = stated.isAfter(receivedAt);
    return new ParsedArticle.Dates(
        future ? receivedAt : stated,
        modified,
        future ? DateQuality.CLAMPED_FUTURE : dateQuality,
        null,
        null);
  }
}
