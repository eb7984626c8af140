package syndication.enrich.entity;

/// Weighs what speaks for each type of a name: its own words, and the words around it.
final class Evidence {

  private final OwnWords own;
  private final Surroundings around;

  Evidence(TextFacts text) {
    this.own = new OwnWords(text);
    this.around = new Surroundings(text);
  }

  void weigh(Span span) {
    own.weigh(span);
    around.weigh(span);
  }
}
