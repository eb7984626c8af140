package syndication.ingest.article;

/// How far the date of an article can be trusted.
public enum DateQuality {
  /// The source said it.
  STATED,
  /// Worked out from its neighbours or its address.
  INFERRED,
  /// The source said a time that was still to come; it is held at the time of receipt.
  CLAMPED_FUTURE,
  /// Nobody said; it is the time of receipt.
  FETCH_TIME
}
