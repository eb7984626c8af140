package syndication.ingest.article;

/// Whether a source lets us pass an article on.
public enum SyndicationRight {
  UNKNOWN,
  YES,
  NO,
  /// Ask first.
  VERIFY,
  WITH_PAYMENT
}
