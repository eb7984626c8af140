package syndication.enrich.enrichment;

/// A second, slower enrichment of what has gone out already.
///
/// @param enricher gives a summary of the method MODEL where it has a better one
/// @param queueMost articles that wait for it
/// @param concurrent articles in work at once
public record FollowUp(Enricher enricher, int queueMost, int concurrent) {}
