package syndication.ingest.store;

import syndication.ingest.normalise.Notice;

/// The stored word for each kind of notice.
enum NoticeKind {
  REVISION,
  WITHDRAWAL,
  QUARANTINE,
  ERASED_REVISION,
  ERASED_SUBMISSION;

  /// A notice as a row.
  record Row(NoticeKind kind, String name, long revision) {}

  static Row row(Notice notice) {
    return switch (notice) {
      case Notice.OfRevision it -> new Row(REVISION, it.articleId(), it.revision());
      case Notice.OfWithdrawal it -> new Row(WITHDRAWAL, it.articleId(), it.revision());
      case Notice.OfQuarantine it -> new Row(QUARANTINE, it.quarantineId(), 0);
      case Notice.OfErasedRevision it -> new Row(ERASED_REVISION, it.articleId(), it.revision());
      case Notice.OfErasedSubmission it -> new Row(ERASED_SUBMISSION, it.submissionId(), 0);
    };
  }
}
