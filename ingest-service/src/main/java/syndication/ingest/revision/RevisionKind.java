package syndication.ingest.revision;

/// What a revision does; the verbs of wire services.
public enum RevisionKind {
  NEW,
  UPDATE,
  /// Mends form, not facts.
  REFILE,
  CORRECTION,
  CLARIFICATION,
  WITHHOLD,
  RELEASE,
  KILL,
  TAKEDOWN,
  RESTORE,
  EXPIRE;

  /// Whether it takes the article away from readers.
  public boolean withdraws() {
    return switch (this) {
      case WITHHOLD, KILL, TAKEDOWN, EXPIRE -> true;
      case NEW, UPDATE, REFILE, CORRECTION, CLARIFICATION, RELEASE, RESTORE -> false;
    };
  }
}
