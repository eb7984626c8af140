package syndication.publish.site;

/// What brings the articles of a list together.
public enum ListKind {
  /// Everything that may be shown.
  FRONT("", "front"),
  TAG("tags", "tag"),
  TOPIC("topics", "topic"),
  SOURCE("sources", "source"),
  LANGUAGE("languages", "language");

  private final String folder;
  private final String word;

  ListKind(String folder, String word) {
    this.folder = folder;
    this.word = word;
  }

  /// The first part of the address of its lists; empty for the front page.
  public String folder() {
    return folder;
  }

  /// What a reader calls it.
  public String word() {
    return word;
  }
}
