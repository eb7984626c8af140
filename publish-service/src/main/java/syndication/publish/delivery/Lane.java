package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import syndication.publish.subscription.Subscription;

/// The road to one subscription: its [LaneQueue], its [LanePace], and the threads that send.
///
/// Deliveries come live from the reader, or by the [LanePump] from the store, where they are parked
/// when the lane is full, behind, paused or broken. While anything due is parked the lane is
/// behind: then live ones are parked too, and the store's are sent, until none is left. Withdrawals
/// have threads and connections kept free for them.
final class Lane implements AutoCloseable {

  /// How long the pump waits for room.
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// The pump is woken when something is parked; this is only so that it never sleeps for ever.
  private static final Duration SLEEP_MAX = Duration.ofMinutes(1);

  /// The reader is woken when there is so much room, not for each place.
  private static final int ROOM_AT_ONCE = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LaneParts parts;
  private final LaneSettings settings;
  private final Exchange exchange;
  private final Subscription subscription;
  private final LaneQueue queue;
  private final LanePace pace;
  private int inFlight;
  private int withdrawalsInFlight;
  private boolean behind = true;
  private boolean closed;

  // The reader waits for the queue to become shorter.
  private boolean roomWanted;

  private Instant nextDue = Instant.MIN;

  Lane(Subscription subscription, PartnerClient client, LaneParts parts, LaneSettings settings) {
    this.subscription = subscription;
    this.parts = parts;
    this.settings = settings;
    this.exchange = new Exchange(subscription, client, parts);
    this.queue = new LaneQueue(settings.windowMax());
    this.pace = new LanePace(subscription, settings, System.nanoTime());
  }

  void start() {
    Thread.ofVirtual()
        .name("lane-" + subscription.id())
        .start(new LanePump(this, parts, settings.lease()));
  }

  Subscription subscription() {
    return subscription;
  }

  /// Takes a delivery from the reader.
  ///
  /// @param alone whether the store has nothing of the same article that waits or is on its way
  /// @return `null` when the caller has to park it
  @Nullable Sending offer(Delivery delivery, boolean alone, Runnable whenSettled) {
    lock.lock();
    try {
      if (!queue.holds(delivery.payload().articleId()) && !(alone && flows())) {
        return null;
      }
      var it = new Sending(delivery, false);
      it.whenSettled(whenSettled);
      return switch (queue.place(it)) {
        case TAKEN -> {
          startWorkers();
          yield it;
        }
        case OUTDATED -> {
          it.settle();
          yield it;
        }
        case NO_ROOM -> {
          behind = true;
          yield null;
        }
      };
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there is room for so many more, or what flows has to go by the store.
  ///
  /// @param endNanos when not to wait any more; then the lane is behind
  void awaitRoomFor(int deliveries, long endNanos) {
    lock.lock();
    try {
      roomWanted = true;
      while (queue.size() + deliveries > settings.windowMax() && flows()) {
        long left = endNanos - System.nanoTime();
        if (left <= 0) {
          behind = true;
        } else {
          changed.awaitNanos(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      roomWanted = false;
      lock.unlock();
    }
  }

  /// Sends a withdrawal ahead of all else, whatever state the lane is in; it is durable.
  void offerWithdrawal(Delivery delivery) {
    lock.lock();
    try {
      if (closed || !subscription.active()) {
        return;
      }
      queue.placeWithdrawal(new Sending(delivery, true));
      startWorkers();
    } finally {
      lock.unlock();
    }
  }

  /// Takes out what was not sent of an article that is withdrawn.
  void cancel(String articleId, long throughRevision) {
    lock.lock();
    try {
      queue.cancel(articleId, throughRevision);
    } finally {
      lock.unlock();
    }
  }

  /// The reader waits no longer: what was not sent is parked, what is on its way is leased.
  void park(Sending it) {
    lock.lock();
    try {
      if (it.place == Sending.Place.GONE || it.durable) {
        return;
      }
      pace.stalled();
      if (it.place == Sending.Place.IN_FLIGHT) {
        it.durable = true;
        Instant leaseUntil = parts.clock().instant().plus(settings.lease());
        record(new LedgerEntry.Leased(it.delivery, leaseUntil), it);
      } else {
        queue.leave(it);
        parkNow(it);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Something of this subscription is parked.
  void wake(Instant due) {
    lock.lock();
    try {
      if (due.isBefore(nextDue)) {
        nextDue = due;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  LaneStatus status() {
    lock.lock();
    try {
      return new LaneStatus(
          subscription.id(),
          subscription.partnerId(),
          pace.breaker(parts.clock().instant()).name(),
          queue.size(),
          inFlight,
          pace.limit(),
          behind);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something is due and there is room for it.
  ///
  /// @return how many may be claimed, 0 when the lane is closed
  int awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Instant now = parts.clock().instant();
        int room = subscription.active() ? pace.room(now, inFlight, queue.size()) : 0;
        boolean due = !nextDue.isAfter(now);
        if (due && room > 0) {
          nextDue = Instant.MAX;
          return room;
        }
        Duration wait = due ? PAUSE : Duration.between(now, min(nextDue, now.plus(SLEEP_MAX)));
        changed.await(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
      }
      return 0;
    } finally {
      lock.unlock();
    }
  }

  /// Takes deliveries from the store.
  ///
  /// @param next when more is due, or `null` when no more is parked
  void takeUp(List<Delivery> due, @Nullable Instant next, Instant now) {
    lock.lock();
    try {
      for (Delivery delivery : due) {
        var it = new Sending(delivery, true);
        if (delivery.type() == EventType.WITHDRAWN) {
          queue.placeWithdrawal(it);
        } else if (queue.place(it) == LaneQueue.Placed.OUTDATED) {
          record(new LedgerEntry.Dropped(delivery, "the partner has a later version"), it);
        }
      }
      nextDue = min(nextDue, next == null ? Instant.MAX : next);
      behind = !nextDue.isAfter(now);
      startWorkers();
    } finally {
      lock.unlock();
    }
  }

  /// Lets what is on its way end; what was not sent is parked.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      parkQueue();
      changed.signalAll();
      closeWhenIdle();
    } finally {
      lock.unlock();
    }
  }

  /// Ends at once, as a crash would.
  void abandon() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      changed.signalAll();
      exchange.close();
    } finally {
      lock.unlock();
    }
  }

  private void work(Supplier<@Nullable Sending> source) {
    for (Sending it = source.get(); it != null; it = source.get()) {
      exchange.run(it, this::ended);
    }
  }

  private @Nullable Sending take() {
    long waitNanos = 0;
    Sending it = null;
    lock.lock();
    try {
      if (inFlight <= pace.limit() && queue.size() > 0) {
        if (closed || !pace.tryStart(parts.clock().instant())) {
          parkQueue();
        } else {
          it = queue.take();
          waitNanos = pace.reserveNanos(System.nanoTime());
          if (roomWanted && queue.size() + ROOM_AT_ONCE <= settings.windowMax()) {
            changed.signalAll();
          }
        }
      }
      if (it == null) {
        inFlight--;
        changed.signalAll();
        closeWhenIdle();
      }
    } finally {
      lock.unlock();
    }
    Pause.nanos(waitNanos);
    return it;
  }

  private @Nullable Sending takeWithdrawal() {
    lock.lock();
    try {
      Sending it = closed ? null : queue.takeWithdrawal();
      if (it == null) {
        withdrawalsInFlight--;
        closeWhenIdle();
      }
      return it;
    } finally {
      lock.unlock();
    }
  }

  private void ended(Sending it, LedgerEntry entry) {
    lock.lock();
    try {
      if (pace.ended(entry, parts.clock().instant(), inFlight)) {
        behind = true;
        parkQueue();
      }
      if (entry instanceof LedgerEntry.Receipted) {
        queue.taken(it);
      }
      record(entry, it);
      queue.leave(it);
      startWorkers();
    } finally {
      lock.unlock();
    }
  }

  // Under the lock from here on.

  private boolean flows() {
    return !closed && subscription.active() && !behind && pace.flows(parts.clock().instant());
  }

  private void startWorkers() {
    while (withdrawalsInFlight < Math.min(settings.withdrawalsInFlightMax(), queue.withdrawals())) {
      withdrawalsInFlight++;
      Thread.ofVirtual().start(() -> work(this::takeWithdrawal));
    }
    int wanted = Math.min(pace.limit(), inFlight + queue.size());
    while (inFlight < wanted && !closed) {
      inFlight++;
      Thread.ofVirtual().start(() -> work(this::take));
    }
  }

  private void closeWhenIdle() {
    if (closed && inFlight + withdrawalsInFlight == 0) {
      exchange.close();
    }
  }

  private void parkQueue() {
    queue.drain().forEach(this::parkNow);
  }

  private void parkNow(Sending it) {
    behind = true;
    record(new LedgerEntry.Parked(it.delivery, parts.clock().instant()), it);
  }

  // The ledger keeps the order in which it is told, so telling it belongs under the lock.
  private void record(LedgerEntry entry, Sending it) {
    parts
        .ledger()
        .add(
            entry,
            () -> {
              it.settle();
              Instant due = entry.wakeAt();
              if (due != null) {
                parts.wake().accept(subscription.id(), due);
              }
            });
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
