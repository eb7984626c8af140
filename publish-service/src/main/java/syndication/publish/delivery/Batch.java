package syndication.publish.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The deliveries of what the reader brought at once.
final class Batch {

  private final AtomicInteger open = new AtomicInteger(1);
  private final List<Waiting> waiting = new ArrayList<>();
  private final Runnable whenEmpty;

  Batch(Runnable whenEmpty) {
    this.whenEmpty = whenEmpty;
  }

  void expectOne() {
    open.incrementAndGet();
  }

  void oneSettled() {
    if (open.decrementAndGet() == 0) {
      whenEmpty.run();
    }
  }

  /// Nothing more is added.
  void allAdded() {
    oneSettled();
  }

  boolean settled() {
    return open.get() == 0;
  }

  synchronized void add(Lane lane, Sending sending) {
    waiting.add(new Waiting(lane, sending));
  }

  /// Stops waiting for the partners.
  void parkTheRest() {
    List<Waiting> rest;
    synchronized (this) {
      rest = List.copyOf(waiting);
    }
    if (!settled()) {
      rest.forEach(it -> it.lane().park(it.sending()));
    }
  }

  private record Waiting(Lane lane, Sending sending) {}
}
