package syndication.enrich.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Articles that wait for a model, one revision of each at most, and never more than fit. Whatever
/// newer is heard of an article takes its place here before it is published anywhere, so that a
/// late summary can never follow a newer revision. Safe for use by several threads.
///
/// @param <A> what is kept of an article
public final class Waiting<A> {

  /// One article's turn.
  public record Turn<A>(String articleId, long revision, int partition, A article) {}

  private final int most;
  private final Map<String, Turn<A>> current = new HashMap<>();
  private final Queue<Turn<A>> queue = new ArrayDeque<>();
  private boolean closed;

  /// @param most articles that wait or are in work
  public Waiting(int most) {
    this.most = most;
  }

  /// @return false when there is no room
  public synchronized boolean offer(Turn<A> turn) {
    if (closed || (current.size() >= most && !current.containsKey(turn.articleId()))) {
      return false;
    }
    queue.remove(current.put(turn.articleId(), turn));
    queue.add(turn);
    notifyAll();
    return true;
  }

  /// The next turn, when there is one; `null` once closed.
  public synchronized @Nullable Turn<A> take() throws InterruptedException {
    while (queue.isEmpty() && !closed) {
      wait();
    }
    return closed ? null : queue.remove();
  }

  /// A revision was heard of: what waits for it or for a former one, waits no more.
  ///
  /// @return whether something waited
  public synchronized boolean superseded(String articleId, long revision) {
    Turn<A> turn = current.get(articleId);
    if (turn == null || turn.revision() > revision) {
      return false;
    }
    return forget(turn);
  }

  /// The article was taken back.
  ///
  /// @return whether it waited
  public synchronized boolean withdrawn(String articleId) {
    Turn<A> turn = current.get(articleId);
    return turn != null && forget(turn);
  }

  /// Another instance has these partitions now: their articles' next revisions will not be heard
  /// here.
  public synchronized void lost(Collection<Integer> partitions) {
    current.values().stream()
        .filter(it -> partitions.contains(it.partition()))
        .toList()
        .forEach(this::forget);
  }

  /// Ends a turn; what it came to is published only while nothing newer was heard of, and nothing
  /// newer is published in between.
  ///
  /// @return whether it was published
  public synchronized boolean finish(Turn<A> turn, Runnable publish) {
    if (closed || !turn.equals(current.get(turn.articleId()))) {
      return false;
    }
    current.remove(turn.articleId());
    publish.run();
    return true;
  }

  /// How many wait or are in work.
  public synchronized int size() {
    return current.size();
  }

  /// Nobody waits any more.
  public synchronized void close() {
    closed = true;
    queue.clear();
    current.clear();
    notifyAll();
  }

  private boolean forget(Turn<A> turn) {
    queue.remove(turn);
    return current.remove(turn.articleId(), turn);
  }
}
