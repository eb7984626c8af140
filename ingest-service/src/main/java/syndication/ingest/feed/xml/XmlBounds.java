package syndication.ingest.feed.xml;

/// What the XML reader holds itself to, whatever it is given.
final class XmlBounds {

  /// Feeds nest some ten deep and the HTML in them some thirty; deeper elements lose their tags and
  /// keep their text.
  static final int DEPTH_MAX = 200;

  /// An element of a feed has up to ten attributes; further ones are dropped.
  static final int ATTRIBUTES_MAX = 100;

  /// A longer name is no name.
  static final int NAME_CHARS_MAX = 200;

  /// A tag with an open quote is looked through this far for the closing one.
  static final int ATTRIBUTE_CHARS_MAX = 64 * 1024;

  /// A document of 32 MB has at most some 400,000 elements; more are a flood, and dropped.
  static final int ELEMENTS_MAX = 500_000;

  /// Enough to show what is wrong; the rest is counted.
  static final int PROBLEMS_MAX = 100;

  /// Entities a document may declare for itself, and the length of each.
  static final int ENTITIES_MAX = 100;

  static final int ENTITY_CHARS_MAX = 1_000;

  /// What declared entities may grow to in one document, so that none is a bomb.
  static final int EXPANSION_CHARS_MAX = 100_000;

  private XmlBounds() {}
}
