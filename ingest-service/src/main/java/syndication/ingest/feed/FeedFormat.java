package syndication.ingest.feed;

/// The formats feeds come in.
public enum FeedFormat {
  /// None that we know; a page of HTML, for instance.
  UNKNOWN,
  /// RSS of a version it does not say.
  RSS,
  RSS_090,
  RSS_091_NETSCAPE,
  RSS_091_USERLAND,
  RSS_092,
  RSS_093,
  RSS_094,
  RSS_10,
  RSS_20,
  ATOM_03,
  ATOM_10,
  CDF,
  JSON_FEED_10,
  JSON_FEED_11;

  boolean isAtom() {
    return this == ATOM_03 || this == ATOM_10;
  }
}
