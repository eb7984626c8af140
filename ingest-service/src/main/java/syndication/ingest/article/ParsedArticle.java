package syndication.ingest.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article as read from a submission: clean, but without identity and revision yet.
///
/// @param identifiers every name the item has, for finding out which article it is
/// @param title one line without the site's name, never blank
/// @param body cleaned blocks; may be empty when the source gives a headline and a link only
/// @param description the source's own summary as plain text, or `null`
/// @param byline people's names as the source orders them, without "By", or `null`
/// @param language BCP 47 as the source says it (a hint), or `null`
/// @param dates when it was published, changed, embargoed and expires
/// @param rights who holds them
/// @param categories the source's own categories, in its words
/// @param media images, audio and video that belong to it; the lead image first
/// @param related items that are mentioned but are not part of the article
/// @param notes words for editors and readers about the article, kept apart from its body
/// @param attribution where the article comes from when the source re-publishes it, or `null`
/// @param removed what cleaning cut, in reading order
/// @param warnings what the source should know, in words it can act on
/// @param mentions whom and what the source says it is about
public record ParsedArticle(
    Identifiers identifiers,
    String title,
    Body body,
    @Nullable String description,
    @Nullable String byline,
    @Nullable String language,
    Dates dates,
    Rights rights,
    List<String> categories,
    List<Media> media,
    List<Related> related,
    Notes notes,
    @Nullable Attribution attribution,
    List<Removed> removed,
    List<String> warnings,
    List<Mention> mentions) {

  public ParsedArticle {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title: blank (expected: one line of text)");
    }
    categories = List.copyOf(categories);
    media = List.copyOf(media);
    related = List.copyOf(related);
    removed = List.copyOf(removed);
    warnings = List.copyOf(warnings);
    mentions = List.copyOf(mentions);
  }

  /// An article of which the source does not say whom it mentions.
  public ParsedArticle(
      Identifiers identifiers,
      String title,
      Body body,
      @Nullable String description,
      @Nullable String byline,
      @Nullable String language,
      Dates dates,
      Rights rights,
      List<String> categories,
      List<Media> media,
      List<Related> related,
      Notes notes,
      @Nullable Attribution attribution,
      List<Removed> removed,
      List<String> warnings) {
    this(
        identifiers,
        title,
        body,
        description,
        byline,
        language,
        dates,
        rights,
        categories,
        media,
        related,
        notes,
        attribution,
        removed,
        warnings,
        List.of());
  }

  /// Somebody or something the source says the article is about.
  ///
  /// @param name as the source writes it, or `null` where it gives the address alone
  /// @param uri of its entry in a vocabulary, or `null`
  public record Mention(Kind kind, @Nullable String name, @Nullable String uri) {
    public enum Kind {
      PERSON,
      ORGANISATION,
      PLACE
    }

    public Mention {
      if (name == null && uri == null) {
        throw new IllegalArgumentException("name, uri: neither (expected: one at least)");
      }
    }
  }

  /// @param sourceItemId guid, ninjs uri or externalId, as given, or `null`
  /// @param address where the item is published, as the source links it, or `null`
  /// @param canonical what the page states as its canonical address, or `null`
  /// @param others further addresses: AMP, short links, alternates
  public record Identifiers(
      @Nullable String sourceItemId,
      @Nullable URI address,
      @Nullable URI canonical,
      List<URI> others) {
    public Identifiers {
      others = List.copyOf(others);
    }
  }

  /// @param published UTC, or `null` when nobody said
  /// @param modified UTC, or `null`
  /// @param embargoedUntil not to be shown before, UTC, or `null`
  /// @param expires no longer to be shown from, UTC, or `null`
  public record Dates(
      @Nullable Instant published,
      @Nullable Instant modified,
      DateQuality quality,
      @Nullable Instant embargoedUntil,
      @Nullable Instant expires) {}

  public record Rights(
      @Nullable String holder,
      @Nullable String notice,
      @Nullable String usageTerms,
      SyndicationRight syndication) {}

  /// @param type image, audio or video
  public record Media(
      String type,
      URI address,
      @Nullable String contentType,
      @Nullable String caption,
      @Nullable String credit,
      @Nullable Integer width,
      @Nullable Integer height) {}

  /// @param rel readMore, related, follows, or another relation in one word
  public record Related(String rel, @Nullable String headline, @Nullable URI address) {}

  /// @param editorial for staff at the receiver, never published, or `null`
  /// @param correction publishable words of a correction or clarification, or `null`
  public record Notes(@Nullable String editorial, @Nullable String correction) {
    public static final Notes NONE = new Notes(null, null);
  }

  /// @param name of the origin, or `null`
  /// @param address of the origin's article or home, or `null`
  /// @param feed address of the origin's feed (`atom:source`, `rss:source`), or `null`
  /// @param itemId the origin's id of the item, or `null`
  public record Attribution(
      @Nullable String name, @Nullable URI address, @Nullable URI feed, @Nullable String itemId) {}
}
