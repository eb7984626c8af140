package syndication.ingest.submission;

/// The road a submission took.
public enum Channel {
  UNKNOWN,
  HTTP,
  KAFKA,
  FEED,
  WEBSUB,
  PAGE;

  /// Whether the source wrote the item's id for us, so that it means what it says; ids of feeds and
  /// pages are made by software that never hears of its mistakes.
  public boolean stated() {
    return this == HTTP || this == KAFKA;
  }
}
