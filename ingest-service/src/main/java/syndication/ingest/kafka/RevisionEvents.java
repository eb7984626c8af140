package syndication.ingest.kafka;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.nearduplicate.Words;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.Submission;
import syndication.schema.AltId;
import syndication.schema.ArticleQuarantined;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.Association;
import syndication.schema.Body;
import syndication.schema.Channel;
import syndication.schema.Concept;
import syndication.schema.InfoSource;
import syndication.schema.Provenance;
import syndication.schema.PubStatus;
import syndication.schema.Removed;
import syndication.schema.Rendition;
import syndication.schema.RepresentationType;
import syndication.schema.RevisionKind;
import syndication.schema.Rights;
import syndication.schema.Significance;
import syndication.schema.SyndicationRight;
import syndication.schema.Text;

/// Translates revisions, withdrawals and quarantined submissions to their wire form.
final class RevisionEvents {

  private RevisionEvents() {}

  static ArticleRevised revised(Event.Revised event) {
    Revision it = event.revision();
    ParsedArticle article = it.article();
    ArticleRevised.Builder builder =
        ArticleRevised.newBuilder()
            .setArticleId(it.articleId())
            .setRevision(it.number())
            .setKind(RevisionKind.valueOf(it.kind().name()))
            .setSignificance(Significance.valueOf(it.significance().name()))
            .setPubStatus(pubStatus(it.standing()))
            .setFirstCreated(it.firstCreated())
            .setVersionCreated(it.made())
            .setCorrectionNote(it.correctionNote())
            .setWithdrawalReason(it.withdrawalReason())
            .setRepresentationType(RepresentationType.UNKNOWN)
            .setRights(Rights.newBuilder().build());
    if (article != null) {
      describe(builder, article);
      if (it.kind().withdraws()) {
        // The notice needs the headline; what was withdrawn is not handed on.
        builder.setRepresentationType(RepresentationType.PARTIAL);
      } else {
        content(builder, article);
      }
      builder.setAltIds(altIds(event, article));
    }
    builder.setProvenance(provenance(it, article));
    return builder.build();
  }

  static ArticleWithdrawn withdrawn(Event.Withdrawn event) {
    Revision it = event.revision();
    ParsedArticle article = it.article();
    return ArticleWithdrawn.newBuilder()
        .setArticleId(it.articleId())
        .setRevision(it.number())
        .setKind(RevisionKind.valueOf(it.kind().name()))
        .setSourceId(it.provenance().sourceId())
        .setHeadline(article == null ? null : article.title())
        .setReason(it.withdrawalReason())
        .setNote(it.correctionNote())
        .setAliases(event.aliases().stream().map(alias -> "https://" + alias).toList())
        .setWithdrawnAt(it.made())
        .setTraceId(it.provenance().traceId())
        .build();
  }

  static ArticleQuarantined quarantined(Quarantined it) {
    Submission submission = it.submission();
    return ArticleQuarantined.newBuilder()
        .setQuarantineId(it.quarantineId())
        .setSubmissionId(submission.submissionId())
        .setReceiptId(submission.receiptId())
        .setSourceId(submission.sourceId())
        .setChannel(Channel.valueOf(submission.channel().name()))
        .setContentType(submission.contentType())
        .setBody(ByteBuffer.wrap(submission.body().bytes()))
        .setAddress(text(submission.address()))
        .setItemId(submission.itemId())
        .setRule(it.rule())
        .setReason(it.reason())
        .setPosition(it.position())
        .setReceivedAt(submission.receivedAt())
        .setQuarantinedAt(it.quarantinedAt())
        .setAttributes(submission.attributes())
        .setTraceId(submission.traceId())
        .build();
  }

  private static void describe(ArticleRevised.Builder builder, ParsedArticle it) {
    Instant modified = it.dates().modified();
    URI canonical = canonical(it);
    builder
        .setHeadlines(List.of(plain(it.title())))
        .setLanguage(it.language())
        .setBy(it.byline())
        .setEmbargoedUntil(it.dates().embargoedUntil())
        .setExpires(it.dates().expires())
        .setContentModified(modified)
        .setDateQuality(quality(it.dates().quality()))
        .setCanonicalUrl(text(canonical))
        .setEdNote(it.notes().editorial())
        .setInfoSources(infoSources(it))
        .setRights(
            Rights.newBuilder()
                .setCopyrightHolder(it.rights().holder())
                .setCopyrightNotice(it.rights().notice())
                .setUsageTerms(it.rights().usageTerms())
                .setSyndicationRight(SyndicationRight.valueOf(it.rights().syndication().name()))
                .build());
  }

  private static void content(ArticleRevised.Builder builder, ParsedArticle it) {
    String plain = it.body().text();
    builder
        .setRepresentationType(
            plain.isEmpty() ? RepresentationType.PARTIAL : RepresentationType.FULL)
        .setDescriptions(it.description() == null ? List.of() : List.of(plain(it.description())))
        .setSubjects(
            it.categories().stream()
                .map(name -> Concept.newBuilder().setName(name).setCreator("source").build())
                .toList())
        .setPeople(mentioned(it, ParsedArticle.Mention.Kind.PERSON))
        .setOrganisations(mentioned(it, ParsedArticle.Mention.Kind.ORGANISATION))
        .setPlaces(mentioned(it, ParsedArticle.Mention.Kind.PLACE))
        .setRenditions(renditions(it))
        .setAssociations(associations(it))
        .setWarnings(it.warnings())
        .setRemoved(
            it.removed().stream()
                .map(cut -> Removed.newBuilder().setRule(cut.rule()).setText(cut.text()).build())
                .toList());
    if (!it.body().blocks().isEmpty()) {
      int words = Words.of(plain).size();
      builder.setBodies(
          List.of(
              body("text/html", it.body().html(), plain.length(), words),
              body("text/plain", plain, plain.length(), words)));
    }
  }

  private static List<Concept> mentioned(ParsedArticle article, ParsedArticle.Mention.Kind kind) {
    return article.mentions().stream()
        .filter(it -> it.kind() == kind)
        .map(it ->
            Concept.newBuilder().setName(it.name()).setUri(it.uri()).setCreator("source").build())
        .toList();
  }

  private static Body body(String contentType, String value, int chars, int words) {
    return Body.newBuilder()
        .setContentType(contentType)
        .setCharCount(chars)
        .setWordCount(words)
        .setValue(value)
        .build();
  }

  private static List<Rendition> renditions(ParsedArticle article) {
    List<Rendition> all = new ArrayList<>();
    for (ParsedArticle.Media it : article.media()) {
      all.add(
          Rendition.newBuilder()
              .setName(it.type())
              .setHref(it.address().toString())
              .setContentType(it.contentType())
              .setTitle(it.caption())
              .setCredit(it.credit())
              .setWidth(it.width())
              .setHeight(it.height())
              .build());
    }
    for (Block block : article.body().blocks()) {
      if (block instanceof Block.Figure it
          && article.media().stream().noneMatch(m -> m.address().equals(it.image()))) {
        all.add(
            Rendition.newBuilder()
                .setName("image")
                .setHref(it.image().toString())
                .setTitle(it.caption() == null ? it.alt() : it.caption())
                .setCredit(it.credit())
                .build());
      }
    }
    return all;
  }

  private static List<Association> associations(ParsedArticle article) {
    List<Association> all = new ArrayList<>();
    for (ParsedArticle.Related it : article.related()) {
      all.add(
          Association.newBuilder()
              .setName(it.rel() + "-" + (all.size() + 1))
              .setRel(it.rel())
              .setUri(text(it.address()))
              .setHeadline(it.headline())
              .build());
    }
    return all;
  }

  private static List<InfoSource> infoSources(ParsedArticle article) {
    ParsedArticle.Attribution it = article.attribution();
    return it == null
        ? List.of()
        : List.of(
            InfoSource.newBuilder()
                .setName(it.name())
                .setRole("originator")
                .setUri(text(it.address() == null ? it.feed() : it.address()))
                .setLiteral(it.itemId())
                .build());
  }

  private static List<AltId> altIds(Event.Revised event, ParsedArticle article) {
    List<AltId> all = new ArrayList<>();
    ParsedArticle.Identifiers names = article.identifiers();
    add(all, "canonicalUrl", text(canonical(article)));
    add(all, "permalink", text(names.address()));
    add(all, "sourceGuid", names.sourceItemId());
    for (String it : event.itemIds()) {
      if (!it.equals(names.sourceItemId())) {
        add(all, "evolvedFrom", it);
      }
    }
    return all;
  }

  private static void add(List<AltId> all, String role, @Nullable String value) {
    if (value != null) {
      all.add(AltId.newBuilder().setRole(role).setValue(value).build());
    }
  }

  private static @Nullable URI canonical(ParsedArticle it) {
    ParsedArticle.Attribution origin = it.attribution();
    if (it.identifiers().canonical() != null) {
      return it.identifiers().canonical();
    }
    return origin != null && origin.address() != null && it.identifiers().address() == null
        ? origin.address()
        : it.identifiers().address();
  }

  private static Provenance provenance(Revision revision, @Nullable ParsedArticle article) {
    syndication.ingest.revision.Provenance it = revision.provenance();
    Signature signature =
        article == null || revision.kind().withdraws() ? null : Signature.of(article.body().text());
    return Provenance.newBuilder()
        .setSourceId(it.sourceId())
        .setSourceName(it.sourceName())
        .setSubmissionId(it.submissionId())
        .setReceiptId(it.receiptId())
        .setChannel(Channel.valueOf(it.channel().name()))
        .setRawSha256(it.rawSha256())
        .setContentHash(revision.contentHash())
        .setNearDuplicateSignature(signature == null ? null : ByteBuffer.wrap(signature.toBytes()))
        .setClusterId(it.clusterId())
        .setTraceId(it.traceId())
        .setReceivedAt(it.receivedAt())
        .build();
  }

  private static PubStatus pubStatus(Standing standing) {
    return switch (standing) {
      case USABLE -> PubStatus.USABLE;
      case WITHHELD -> PubStatus.WITHHELD;
      case KILLED, TAKEN_DOWN, EXPIRED -> PubStatus.CANCELED;
      case UNPUBLISHED -> PubStatus.UNKNOWN;
    };
  }

  private static syndication.schema.DateQuality quality(DateQuality it) {
    return switch (it) {
      case STATED -> syndication.schema.DateQuality.STATED;
      case INFERRED -> syndication.schema.DateQuality.INFERRED;
      case CLAMPED_FUTURE -> syndication.schema.DateQuality.CLAMPED_FUTURE;
      case FETCH_TIME -> syndication.schema.DateQuality.FETCH_TIME;
    };
  }

  private static Text plain(String value) {
    return Text.newBuilder().setContentType("text/plain").setValue(value).build();
  }

  private static @Nullable String text(@Nullable URI address) {
    return Optional.ofNullable(address).map(URI::toString).orElse(null);
  }
}
