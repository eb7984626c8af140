package syndication.ingest.normalise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.identity.IdentityPolicy;

/// What sources and operators may look up.
public interface Records {

  Optional<SubmissionRecord> submission(String receiptId);

  List<SourceCounts> counts();

  /// Newest first.
  ///
  /// @param sourceId only of this source, or `null`
  /// @param rule only by this rule, or `null`
  /// @param after the last id of the page before, or `null`
  List<QuarantineRecord> quarantine(
      @Nullable String sourceId, @Nullable String rule, @Nullable String after, int limit);

  Optional<Quarantined> quarantined(String quarantineId);

  void retried(String quarantineId, Instant now);

  Optional<ArticleTrace> article(String articleId);

  Explanation explain(String sourceId, @Nullable String article, int limit);

  /// One submission and what became of it.
  record SubmissionRecord(
      String receiptId,
      String submissionId,
      String sourceId,
      String state,
      @Nullable String articleId,
      @Nullable Long revision,
      @Nullable String reason,
      @Nullable String rule,
      @Nullable String position,
      List<String> identity,
      Instant receivedAt,
      @Nullable Instant decidedAt) {}

  /// The accounts of one source.
  ///
  /// @param pending counted from the submissions that wait, not from the other numbers
  /// @param itemIds how far the source's item ids are believed
  record SourceCounts(
      String sourceId,
      long received,
      long published,
      long unchanged,
      long quarantined,
      long rejected,
      long held,
      long pending,
      IdentityPolicy itemIds) {

    /// Whether every submission received is somewhere.
    public boolean balanced() {
      return received == published + unchanged + quarantined + rejected + held + pending;
    }
  }

  /// One quarantined submission, without its bytes.
  record QuarantineRecord(
      String quarantineId,
      String submissionId,
      String sourceId,
      String contentType,
      int bytes,
      @Nullable String address,
      @Nullable String itemId,
      String rule,
      String reason,
      @Nullable String position,
      Instant receivedAt,
      Instant quarantinedAt,
      @Nullable Instant retriedAt) {}

  /// One article at this stage.
  record ArticleTrace(
      String articleId,
      String sourceId,
      String standing,
      long revision,
      @Nullable String headline,
      @Nullable Instant dueAt,
      List<Name> names,
      List<SubmissionRecord> submissions,
      List<RevisionRecord> revisions) {}

  record Name(String kind, String value, Instant firstSeenAt) {}

  /// @param identity why the submission was taken for this article
  /// @param removed what cleaning cut, as rule and text
  record RevisionRecord(
      long revision,
      String kind,
      String significance,
      @Nullable String headline,
      String receiptId,
      String traceId,
      Instant receivedAt,
      Instant madeAt,
      @Nullable String correctionNote,
      @Nullable String withdrawalReason,
      @Nullable String clusterId,
      List<String> identity,
      List<String> diff,
      List<Cut> removed,
      List<String> warnings) {}

  record Cut(String rule, String text) {}

  /// How a source's articles are told apart.
  record Explanation(
      String sourceId,
      String policy,
      long idsSeen,
      long idsChanged,
      long idsReused,
      List<Explained> articles) {}

  record Explained(
      String articleId, @Nullable String headline, List<Name> names, List<String> decisions) {}
}
