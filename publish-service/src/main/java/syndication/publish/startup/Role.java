package syndication.publish.startup;

/// What a process of this service does; one may do both.
public enum Role {
  /// Pushes articles to partners.
  DELIVERY,
  /// Shows articles to readers.
  SITE
}
