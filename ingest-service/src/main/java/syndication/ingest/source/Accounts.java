package syndication.ingest.source;

/// The counts of what became of all a source gave us.
@FunctionalInterface
public interface Accounts {

  /// Items were received again with the bytes they had before, so they were not submitted: they
  /// count as received and as unchanged.
  ///
  /// @param items 1 or more
  void unchanged(SourceId sourceId, long items);
}
