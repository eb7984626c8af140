package syndication.schema.wire;

/// What events are called in `ce_id`: the same id means the same event, and from it follows the
/// step that wrote it.
public final class EventIds {

  private EventIds() {}

  /// Of a revision in `articles.revised` and, when it withdraws, in `articles.withdrawn`.
  public static String revised(String articleId, long revision) {
    return articleId + "#" + revision;
  }

  /// @param enrichment how often this revision was enriched, from 1
  public static String enriched(String articleId, long revision, long enrichment) {
    return articleId + "#" + revision + "#" + enrichment;
  }

  /// @param attempt from 1
  public static String attempted(String deliveryId, int attempt) {
    return deliveryId + "-" + attempt;
  }
}
