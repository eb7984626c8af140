package syndication.ingest.identity;

/// How far the item ids of a source are believed.
public enum IdentityPolicy {
  /// The source states them to us: the same id is the same article.
  STATED("stated", "the source states its ids; the same id is the same article"),
  /// Ids of a feed that have proved themselves or not been tried yet.
  IDS_TRUSTED(
      "trusted", "the feed's ids are believed unless address, title and text all speak against"),
  /// Ids that change while the article stays: a differing id says nothing.
  IDS_CHANGE(
      "distrusted: they change",
      "the feed's ids change while its articles stay: they are not believed"),
  /// Ids that several articles share: an equal id says nothing.
  IDS_REUSED(
      "distrusted: several articles share one",
      "the feed gives one id to several articles: they are not believed");

  private final String verdict;
  private final String words;

  IdentityPolicy(String verdict, String words) {
    this.verdict = verdict;
    this.words = words;
  }

  /// How far the ids are believed, in a few words for a table.
  public String verdict() {
    return verdict;
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
