package syndication.ingest.revision;

/// How much a revision changes for a reader.
public enum Significance {
  /// Form only: punctuation, case, pictures, categories.
  COSMETIC,
  /// Some words.
  MINOR,
  /// What the article says.
  MAJOR
}
