package syndication.ingest.page.layout;

/// What the class, id or role of a box says it holds, in the habits of many publishers.
public enum Hint {
  /// The article's own text.
  BODY,
  /// An article or its page, wide.
  CONTENT,
  NAVIGATION,
  SHARE,
  COMMENTS,
  RELATED,
  PROMOTION,
  PAYWALL,
  PLAYER,
  ADVERTISEMENT,
  SIDEBAR,
  HEADER,
  FOOTER,
  AUTHOR,
  META,
  CONSENT,
  DIALOG,
  HIDDEN,
  CAPTION,
  CONTENTS_TABLE,
  FORM
}
