package syndication.publish.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The batches under way, oldest first: a bounded number of articles, settled in order.
final class BatchWindow {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final int articlesMax;
  private int articlesUnderWay;

  BatchWindow(int articlesMax) {
    this.articlesMax = articlesMax;
  }

  /// Opens a batch, and waits first while too much is under way.
  ///
  /// @param whenSettled run when this batch and all before it are settled
  Batch open(int articles, Runnable whenSettled) {
    lock.lock();
    try {
      while (!entries.isEmpty() && articlesUnderWay + articles > articlesMax) {
        changed.awaitUninterruptibly();
      }
      var entry = new Entry(articles, whenSettled);
      entries.add(entry);
      articlesUnderWay += articles;
      return entry.batch;
    } finally {
      lock.unlock();
    }
  }

  boolean awaitEmpty(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!entries.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return entries.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  void parkTheRest() {
    List<Entry> now;
    lock.lock();
    try {
      now = List.copyOf(entries);
    } finally {
      lock.unlock();
    }
    now.forEach(it -> it.batch.parkTheRest());
  }

  private void settled() {
    lock.lock();
    try {
      while (!entries.isEmpty() && entries.getFirst().batch.settled()) {
        Entry first = entries.removeFirst();
        articlesUnderWay -= first.articles;
        first.whenSettled.run();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class Entry {
    private final Batch batch = new Batch(BatchWindow.this::settled);
    private final int articles;
    private final Runnable whenSettled;

    private Entry(int articles, Runnable whenSettled) {
      this.articles = articles;
      this.whenSettled = whenSettled;
    }
  }
}
