package syndication.ingest.nearduplicate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The newest articles by their sketches, in memory outside of the heap: about 450 bytes each.
/// Whatever shares a key with a sketch is found. Safe for use by several threads.
///
/// It grows, and forgets its oldest, by a segment at a time.
public final class SketchIndex {

  private final int segmentsMax;
  private final Deque<SketchSegment> segments = new ArrayDeque<>();
  private final Map<String, Integer> sources = new HashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /// @param articlesMax beyond which the oldest are forgotten, to within a segment
  public SketchIndex(int articlesMax) {
    if (articlesMax < 1) {
      throw new IllegalArgumentException("articlesMax: " + articlesMax + " (expected: >= 1)");
    }
    this.segmentsMax = Math.ceilDiv(articlesMax, SketchSegment.ARTICLES) + 1;
  }

  /// Enters an article, in place of what is known of it.
  public void put(UUID articleId, UUID clusterId, String sourceId, Sketch sketch) {
    lock.writeLock().lock();
    try {
      segments.forEach(it -> it.remove(articleId));
      if (segments.isEmpty() || segments.getLast().full()) {
        if (segments.size() == segmentsMax) {
          segments.removeFirst();
        }
        segments.addLast(new SketchSegment());
      }
      int source = sources.computeIfAbsent(sourceId, _ -> sources.size() + 1);
      segments.getLast().add(articleId, clusterId, source, sketch);
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void remove(UUID articleId) {
    lock.writeLock().lock();
    try {
      segments.forEach(it -> it.remove(articleId));
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// The articles of other sources that share a key with a sketch, the most similar first.
  public List<Found> similar(String sourceId, Sketch sketch, int limit) {
    List<Found> all = new ArrayList<>();
    lock.readLock().lock();
    try {
      int own = sources.getOrDefault(sourceId, 0);
      segments.forEach(it -> it.similar(sketch, own, limit, all::add));
    } finally {
      lock.readLock().unlock();
    }
    return all.stream()
        .sorted(
            Comparator.comparingDouble((Found it) -> sketch.resemblance(it.sketch()))
                .reversed()
                .thenComparing(Found::articleId))
        .limit(limit)
        .toList();
  }

  /// Articles in it, those included that were replaced and not forgotten yet.
  public int size() {
    lock.readLock().lock();
    try {
      return segments.stream().mapToInt(SketchSegment::size).sum();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// What it takes outside of the heap.
  public long bytes() {
    lock.readLock().lock();
    try {
      return segments.size() * SketchSegment.BYTES;
    } finally {
      lock.readLock().unlock();
    }
  }

  /// An article that shares a key.
  public record Found(UUID articleId, UUID clusterId, Sketch sketch) {}
}
