package syndication.ingest.kafka;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.Submission;
import syndication.schema.ArticleQuarantined;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.Channel;
import syndication.schema.Provenance;
import syndication.schema.PubStatus;
import syndication.schema.RepresentationType;
import syndication.schema.RevisionKind;
import syndication.schema.Rights;
import syndication.schema.Significance;

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
      RevisionContent.describe(builder, article);
      if (it.kind().withdraws()) {
        // The notice needs the headline; what was withdrawn is not handed on.
        builder.setRepresentationType(RepresentationType.PARTIAL);
      } else {
        RevisionContent.content(builder, article);
      }
      builder.setAltIds(RevisionContent.altIds(event, article));
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
        .setAddress(RevisionContent.text(submission.address()))
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
}
