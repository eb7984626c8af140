package syndication.ingest.feed;

/// What the feed reader holds itself to, whatever it is given.
final class Bounds {

  /// The largest feeds of news sources have some 5 MB; pollers stop at this size too.
  static final int FEED_BYTES_MAX = 32 * 1024 * 1024;

  /// A feed with more entries is an archive; what is beyond is reported, not read.
  static final int ENTRIES_MAX = 10_000;

  /// An entry of 4 million characters is a book or an attack.
  static final int ENTRY_CHARS_MAX = 4_000_000;

  /// Links, categories, media, people and contents of one entry, each.
  static final int LIST_MAX = 200;

  /// Elements without a place in the model that are kept, and the length of each.
  static final int EXTRAS_MAX = 50;

  static final int EXTRA_CHARS_MAX = 2_000;

  /// Points of one shape.
  static final int POINTS_MAX = 1_000;

  /// Nesting of sources and groups in an entry.
  static final int NESTING_MAX = 8;

  private Bounds() {}
}
