package syndication.ingest.submission;

/// What a source asks for with a submission.
public enum SourceCommand {
  /// Here is an article, or its new text.
  PUBLISH,
  /// Take it down for now.
  WITHHOLD,
  /// Bring a withheld article back.
  RELEASE,
  /// Take it down for good, with a notice.
  KILL,
  /// Take it down for good and erase every stored body.
  TAKEDOWN,
  /// Undo a kill, an expiry or a withhold.
  RESTORE
}
