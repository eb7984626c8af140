package syndication.ingest.text;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Body;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.ParsedArticle.Rights;
import syndication.ingest.article.Removed;
import syndication.ingest.article.SyndicationRight;

/// An article read from plain text.
///
/// @param byline names, without "By", or `null`
/// @param dateline place and agency as the first paragraph gives them, or `null`
public record TextArticle(
    String title,
    @Nullable String byline,
    @Nullable String dateline,
    Body body,
    List<Related> related,
    Notes notes,
    @Nullable Attribution attribution,
    List<Removed> removed,
    List<String> warnings) {

  public TextArticle {
    related = List.copyOf(related);
    removed = List.copyOf(removed);
    warnings = List.copyOf(warnings);
  }

  /// The article as the rest of the service knows it; plain text states no dates.
  public ParsedArticle toParsedArticle(@Nullable URI address, Instant receivedAt) {
    return new ParsedArticle(
        new ParsedArticle.Identifiers(null, address, null, List.of()),
        title,
        body,
        null,
        byline,
        null,
        new ParsedArticle.Dates(null, null, DateQuality.FETCH_TIME, null, null),
        new Rights(null, null, null, SyndicationRight.UNKNOWN),
        List.of(),
        List.of(),
        related,
        notes,
        attribution,
        removed,
        warnings);
  }
}
