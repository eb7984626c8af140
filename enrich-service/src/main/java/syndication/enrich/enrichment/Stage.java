package syndication.enrich.enrichment;

/// One step of enrichment: a pure function that adds its part to what is known of an article.
public interface Stage {

  /// Its name in configuration, events and metrics.
  String name();

  /// Grows whenever the same article may come out differently.
  String version();

  Draft apply(Draft draft);

  /// How sure the stage is of its part, 0 to 1.
  double confidence(Draft after);
}
