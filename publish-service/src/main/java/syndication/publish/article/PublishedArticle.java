package syndication.publish.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The current revision of an article with its enrichment, as partners and readers get it.
///
/// @param articleId `urn:uuid:…`
/// @param version which state of the article this is
/// @param kind what the revision does, in the wire services' verbs: NEW, UPDATE, CORRECTION, …
/// @param significance COSMETIC, MINOR, MAJOR or UNKNOWN
/// @param headline one line; empty after a takedown
/// @param bodyHtml clean blocks; empty when withdrawn
/// @param bodyText one block a line; empty when withdrawn
/// @param byline people's names, or `null`
/// @param language BCP 47, `und` when not known
/// @param canonicalUrl where the origin publishes it, or `null` when nobody said
/// @param keyphrases best first
/// @param correctionNote publishable words of a correction, or `null`
/// @param withdrawalReason why it was withdrawn, or `null`
/// @param edNote for staff at the receiver, never published, or `null`
/// @param clusterId articleId of the canonical member of its near-duplicates, or `null` when it
///   stands alone
/// @param contentHash of all that partners and the site see
public record PublishedArticle(
    String articleId,
    Version version,
    Status status,
    String kind,
    String significance,
    String headline,
    String bodyHtml,
    String bodyText,
    @Nullable String byline,
    String language,
    @Nullable URI canonicalUrl,
    Origin origin,
    Dates dates,
    Summary summary,
    List<Tag> tags,
    List<Topic> topics,
    List<String> keyphrases,
    List<Media> media,
    List<Related> related,
    Rights rights,
    @Nullable String correctionNote,
    @Nullable String withdrawalReason,
    @Nullable String edNote,
    @Nullable String clusterId,
    int wordCount,
    int readingTimeSeconds,
    String contentHash,
    Trace trace) {

  public PublishedArticle {
    tags = List.copyOf(tags);
    topics = List.copyOf(topics);
    keyphrases = List.copyOf(keyphrases);
    media = List.copyOf(media);
    related = List.copyOf(related);
  }

  /// Whether it may be shown and sent at all, embargo and expiry aside.
  public boolean usable() {
    return status == Status.USABLE;
  }

  /// Orders the states of one article: a lower or equal one never replaces a higher one.
  ///
  /// @param revision of the article, from 1
  /// @param enrichment how often this revision was enriched, from 1
  public record Version(long revision, long enrichment) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      int byRevision = Long.compare(revision, other.revision);
      return byRevision != 0 ? byRevision : Long.compare(enrichment, other.enrichment);
    }
  }

  public enum Status {
    USABLE,
    WITHHELD,
    CANCELED
  }

  /// @param sourceId who gave it to us
  /// @param attributedTo who published it first, if the source is not the origin, or `null`
  /// @param attributedUrl where, or `null`
  public record Origin(
      String sourceId,
      String sourceName,
      @Nullable String attributedTo,
      @Nullable URI attributedUrl) {}

  /// All UTC.
  ///
  /// @param quality STATED, INFERRED, CLAMPED_FUTURE, FETCH_TIME or UNKNOWN: how far to trust
  ///   `firstCreated`
  public record Dates(
      Instant firstCreated,
      Instant versionCreated,
      @Nullable Instant contentModified,
      @Nullable Instant embargoedUntil,
      @Nullable Instant expires,
      String quality) {}

  /// @param text whole sentences, plain text, or `null` when there is nothing to summarise
  /// @param teaser one sentence of at most 160 characters, or `null`
  /// @param method description, extractive or model
  /// @param digitalSourceType IPTC code when a model wrote it, or `null`
  public record Summary(
      @Nullable String text,
      @Nullable String teaser,
      @Nullable String method,
      @Nullable String digitalSourceType) {}

  /// @param type person, organisation, place or event
  /// @param id the same for the same thing in every article
  /// @param salience 0 to 1
  public record Tag(
      String type,
      String label,
      String id,
      @Nullable String sameAs,
      double salience,
      double confidence) {}

  /// @param code IPTC Media Topic, `medtop:…`
  public record Topic(String code, String label, double confidence) {}

  /// @param type image, audio or video
  public record Media(
      String type,
      URI address,
      @Nullable String contentType,
      @Nullable String caption,
      @Nullable String credit,
      @Nullable Integer width,
      @Nullable Integer height) {}

  public record Related(String rel, @Nullable String headline, @Nullable URI address) {}

  /// @param syndication YES, NO, VERIFY, WITH_PAYMENT or UNKNOWN
  public record Rights(
      @Nullable String holder,
      @Nullable String notice,
      @Nullable String usageTerms,
      String syndication) {}

  /// @param receivedAt when the source's submission was taken, UTC
  /// @param replayId of the replay that emitted it, or `null`
  public record Trace(
      String traceId, Instant receivedAt, Instant enrichedAt, @Nullable String replayId) {}
}
