package syndication.publish.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/// The withdrawals of the last while, so that a delivery that was decided a moment before one does
/// not leave. The store knows all of them; this is bounded. Safe for use by several threads.
final class WithdrawnLately {

  /// More than are ever under way at once.
  private static final int MAX = 20_000;

  private final Map<String, Long> throughRevision =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX;
        }
      };

  /// @return whether that is news
  synchronized boolean add(String articleId, long revision) {
    if (covers(articleId, revision)) {
      return false;
    }
    throughRevision.put(articleId, revision);
    return true;
  }

  synchronized boolean covers(String articleId, long revision) {
    Long through = throughRevision.get(articleId);
    return through != null && revision <= through;
  }
}
