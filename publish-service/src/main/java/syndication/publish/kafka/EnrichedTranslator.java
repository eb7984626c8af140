package syndication.publish.kafka;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Dates;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.article.PublishedArticle.Origin;
import syndication.publish.article.PublishedArticle.Related;
import syndication.publish.article.PublishedArticle.Rights;
import syndication.publish.article.PublishedArticle.Status;
import syndication.publish.article.PublishedArticle.Summary;
import syndication.publish.article.PublishedArticle.Tag;
import syndication.publish.article.PublishedArticle.Topic;
import syndication.publish.article.PublishedArticle.Trace;
import syndication.publish.article.PublishedArticle.Version;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.Association;
import syndication.schema.Body;
import syndication.schema.InfoSource;
import syndication.schema.PubStatus;
import syndication.schema.Rendition;
import syndication.schema.RevisionKind;

/// Turns the event of an enriched revision into the article that partners and readers get.
///
/// The status follows the revision's kind before its `pubStatus`, so that a withdrawal is one even
/// when its writer forgot the status. Addresses that are none are left out: one bad link never
/// costs the article.
public final class EnrichedTranslator {

  private static final int EXTENSION_LENGTH_MAX = 5;

  private EnrichedTranslator() {}

  public static PublishedArticle article(ArticleEnriched event) {
    ArticleRevised revised = event.getArticle();
    return new PublishedArticle(
        event.getArticleId(),
        new Version(event.getRevision(), event.getEnrichmentVersion()),
        status(revised),
        revised.getKind().name(),
        revised.getSignificance().name(),
        revised.getHeadlines().isEmpty() ? "" : revised.getHeadlines().getFirst().getValue(),
        body(revised, "text/html"),
        body(revised, "text/plain"),
        text(revised.getBy()),
        event.getLanguage(),
        address(revised.getCanonicalUrl()),
        origin(revised),
        dates(revised),
        new Summary(
            text(event.getSummary()),
            text(event.getTeaser()),
            text(event.getSummaryMethod()),
            text(event.getDigitalSourceType())),
        event.getTags().stream().map(EnrichedTranslator::tag).toList(),
        event.getTopics().stream()
            .map(it -> new Topic(it.getCode(), it.getLabel(), it.getConfidence()))
            .toList(),
        event.getKeyphrases(),
        media(revised),
        related(revised),
        rights(revised),
        text(revised.getCorrectionNote()),
        text(revised.getWithdrawalReason()),
        text(revised.getEdNote()),
        text(revised.getProvenance().getClusterId()),
        event.getWordCount(),
        event.getReadingTimeSeconds(),
        event.getContentHash().isEmpty()
            ? revised.getProvenance().getContentHash()
            : event.getContentHash(),
        new Trace(
            event.getTraceId(),
            revised.getProvenance().getReceivedAt(),
            event.getEnrichedAt(),
            text(event.getReplayId())));
  }

  /// What a revision of this kind makes of the article.
  static Status status(RevisionKind kind, PubStatus stated) {
    return switch (kind) {
      case WITHHOLD -> Status.WITHHELD;
      case KILL, TAKEDOWN, EXPIRE -> Status.CANCELED;
      case UNKNOWN, NEW, UPDATE, REFILE, CORRECTION, CLARIFICATION, RELEASE, RESTORE ->
          switch (stated) {
            case USABLE, UNKNOWN -> Status.USABLE;
            case WITHHELD -> Status.WITHHELD;
            case CANCELED -> Status.CANCELED;
          };
    };
  }

  private static Status status(ArticleRevised revised) {
    return status(revised.getKind(), revised.getPubStatus());
  }

  private static String body(ArticleRevised revised, String contentType) {
    return revised.getBodies().stream()
        .filter(it -> contentType.equals(it.getContentType().orElse("text/plain")))
        .map(Body::getValue)
        .findFirst()
        .orElse("");
  }

  // The source may pass on what another published first: then that one is named too.
  private static Origin origin(ArticleRevised revised) {
    Optional<InfoSource> originator =
        revised.getInfoSources().stream()
            .filter(it -> it.getRole().map("originator"::equals).orElse(false))
            .findFirst();
    return new Origin(
        revised.getProvenance().getSourceId(),
        revised.getProvenance().getSourceName(),
        text(originator.flatMap(InfoSource::getName)),
        address(originator.flatMap(InfoSource::getUri)));
  }

  private static Dates dates(ArticleRevised revised) {
    return new Dates(
        revised.getFirstCreated(),
        revised.getVersionCreated(),
        time(revised.getContentModified()),
        time(revised.getEmbargoedUntil()),
        time(revised.getExpires()),
        revised.getDateQuality().name());
  }

  private static Tag tag(syndication.schema.Tag it) {
    return new Tag(
        it.getType(),
        it.getLabel(),
        it.getId(),
        text(it.getSameAs()),
        it.getSalience(),
        it.getConfidence());
  }

  private static List<Media> media(ArticleRevised revised) {
    List<Media> media = new ArrayList<>();
    for (Rendition it : revised.getRenditions()) {
      URI address = address(it.getHref());
      if (address != null) {
        media.add(
            new Media(
                mediaType(it.getContentType().orElse(null), address),
                address,
                text(it.getContentType()),
                text(it.getTitle()),
                text(it.getCredit()),
                it.getWidth().orElse(null),
                it.getHeight().orElse(null)));
      }
    }
    return media;
  }

  private static String mediaType(@Nullable String contentType, URI address) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("audio/") || type.startsWith("video/")) {
      return type.substring(0, type.indexOf('/'));
    }
    return switch (extension(address)) {
      case "mp4", "m4v", "webm", "mov", "m3u8" -> "video";
      case "mp3", "m4a", "ogg", "oga", "wav" -> "audio";
      default -> "image";
    };
  }

  private static String extension(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    int dot = path.lastIndexOf('.');
    return dot < 0 || path.length() - dot > EXTENSION_LENGTH_MAX
        ? ""
        : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static List<Related> related(ArticleRevised revised) {
    return revised.getAssociations().stream().map(EnrichedTranslator::related).toList();
  }

  private static Related related(Association it) {
    return new Related(
        it.getRel().orElse(it.getName()), text(it.getHeadline()), address(it.getUri()));
  }

  private static Rights rights(ArticleRevised revised) {
    return new Rights(
        text(revised.getRights().getCopyrightHolder()),
        text(revised.getRights().getCopyrightNotice()),
        text(revised.getRights().getUsageTerms()),
        revised.getRights().getSyndicationRight().name());
  }

  private static @Nullable String text(Optional<String> value) {
    return value.filter(it -> !it.isBlank()).orElse(null);
  }

  private static @Nullable Instant time(Optional<Instant> value) {
    return value.orElse(null);
  }

  private static @Nullable URI address(Optional<String> value) {
    String address = text(value);
    if (address == null) {
      return null;
    }
    try {
      URI it = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(it.getScheme()) || "https".equalsIgnoreCase(it.getScheme());
      return web && it.getHost() != null ? it : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
