package syndication.ingest.identity;

/// How far the item ids of a source are believed.
public enum IdentityPolicy {
  /// The source states them to us: the same id is the same article.
  STATED("the source states its ids; the same id is the same article"),
  /// Ids of a feed that have proved themselves or not been tried yet.
  IDS_TRUSTED("the feed's ids are believed unless address, title and text all speak against"),
  /// Ids that change while the article stays: a differing id says nothing.
  IDS_CHANGE("the feed's ids change while its articles stay: they are not believed"),
  /// Ids that several articles share: an equal id says nothing.
  IDS_REUSED("the feed gives one id to several articles: they are not believed");

  private final String words;

  IdentityPolicy(String words) {
    this.words = words;
  }

  /// For operators.
  public String words() {
    return words;
  }

  /// Whether names of this kind are worth looking up.
  public boolean believes(IdentityKey.Kind kind) {
    return kind != IdentityKey.Kind.ITEM || equalIdsSpeak();
  }

  boolean equalIdsSpeak() {
    return this != IDS_REUSED;
  }

  boolean differentIdsSpeak() {
    return this == STATED || this == IDS_TRUSTED;
  }
}
