package syndication.ingest.normalise;

/// What became of a submission.
///
/// ```
/// ACCEPTED ──▶ PUBLISHED | UNCHANGED | QUARANTINED | REJECTED
///     └──────▶ HELD ──▶ PUBLISHED | UNCHANGED | REJECTED
/// ```
public enum Outcome {
  /// Taken, not decided yet.
  ACCEPTED,
  /// It made a revision.
  PUBLISHED,
  /// It says what we know, or later content took its place.
  UNCHANGED,
  /// It could not be read; its bytes are kept.
  QUARANTINED,
  /// A rule refuses it.
  REJECTED,
  /// It waits for its embargo or for a release.
  HELD
}
