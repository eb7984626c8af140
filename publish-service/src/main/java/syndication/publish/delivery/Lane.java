package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.delivery.CircuitBreaker.State;
import syndication.publish.subscription.Subscription;

/// The road to one subscription: what waits in memory, what is on its way, and how fast it goes.
///
/// Deliveries come live from the reader, or from the store, where they are parked when the lane is
/// full, behind, paused or broken. While anything due is parked the lane is behind: then live ones
/// are parked too, and the store's are sent, until none is left. Deliveries of one article go one
/// at a time and in order; a newer version takes the place of one that was not sent. Withdrawals
/// have room of their own and wait only for a delivery of their own article.
final class Lane implements AutoCloseable {

  /// Versions taken lately that the store may not show yet; more than are ever under way.
  private static final int RECENT_MAX = 2_048;

  /// How long the pump waits when the store is away, or when the lane has no room.
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// The pump is woken when something is parked; this is only so that it never sleeps for ever.
  private static final Duration SLEEP_MAX = Duration.ofMinutes(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LaneParts parts;
  private final LaneSettings settings;
  private final Exchange exchange;
  private final Subscription subscription;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final AdaptiveLimit limit;
  private final @Nullable TokenBucket bucket;
  private final Deque<Sending> queue = new ArrayDeque<>();
  private final Deque<Sending> withdrawals = new ArrayDeque<>();
  private final Map<String, Sending> byArticle = new HashMap<>();
  private final Map<String, Version> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Version> eldest) {
          return size() > RECENT_MAX;
        }
      };
  private int inFlight;
  private int withdrawalsInFlight;
  private boolean behind = true;

  // The partner did not answer within the budget: until it does, everything goes by the store, so
  // that the reader does not wait for it again and again.
  private boolean stalled;

  private boolean closed;
  private Instant nextDue = Instant.MIN;

  Lane(Subscription subscription, PartnerClient client, LaneParts parts, LaneSettings settings) {
    this.subscription = subscription;
    this.parts = parts;
    this.settings = settings;
    this.exchange = new Exchange(subscription, client, parts);
    this.limit = new AdaptiveLimit(settings.inFlightStart(), settings.inFlightMax());
    Double perSecond = subscription.rateLimitPerSecond();
    this.bucket = perSecond == null ? null : new TokenBucket(perSecond, System.nanoTime());
  }

  void start() {
    Thread.ofVirtual().name("lane-" + subscription.id()).start(this::pump);
  }

  Subscription subscription() {
    return subscription;
  }

  /// Takes a delivery from the reader.
  ///
  /// @return `null` when the caller has to park it
  @Nullable Sending offer(Delivery delivery, Runnable whenSettled) {
    lock.lock();
    try {
      var it = new Sending(delivery, false);
      it.whenSettled(whenSettled);
      Sending before = byArticle.get(it.articleId());
      if (before == null && !flows()) {
        return null;
      }
      if (!place(it, before)) {
        behind = true;
        return null;
      }
      startWorkers();
      return it;
    } finally {
      lock.unlock();
    }
  }

  /// Sends withdrawals ahead of all else, whatever state the lane is in; they are durable.
  void offerWithdrawal(Delivery delivery) {
    lock.lock();
    try {
      if (closed || !subscription.active()) {
        return;
      }
      placeWithdrawal(new Sending(delivery, true));
      startWorkers();
    } finally {
      lock.unlock();
    }
  }

  /// Takes out what was not sent of an article that is withdrawn.
  void cancel(String articleId, long throughRevision) {
    lock.lock();
    try {
      Sending it = byArticle.get(articleId);
      if (it == null || it.delivery.payload().version().revision() > throughRevision) {
        return;
      }
      if (it.place == Sending.Place.QUEUED) {
        queue.remove(it);
        leave(it);
        it.settle();
      } else {
        Sending next = it.next;
        if (next != null && next.delivery.type() != EventType.WITHDRAWN) {
          it.next = null;
          next.settle();
        }
      }
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
      Instant now = parts.clock().instant();
      stalled = true;
      if (it.place == Sending.Place.IN_FLIGHT) {
        it.durable = true;
        record(new LedgerEntry.Parked(it.delivery, now.plus(settings.lease())), it);
      } else {
        queue.remove(it);
        leave(it);
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
          breaker.state(parts.clock().instant()).name(),
          queue.size(),
          inFlight,
          limit.current(),
          behind);
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
      if (inFlight + withdrawalsInFlight == 0) {
        exchange.close();
      }
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
      withdrawals.clear();
      byArticle.clear();
      changed.signalAll();
      exchange.close();
    } finally {
      lock.unlock();
    }
  }

  // Under the lock from here on, unless said otherwise.

  private boolean flows() {
    return !closed
        && subscription.active()
        && !behind
        && !stalled
        && breaker.state(parts.clock().instant()) == State.CLOSED;
  }

  private boolean place(Sending it, @Nullable Sending before) {
    Version taken = recent.get(it.articleId());
    if (taken != null && outdated(it, taken)) {
      it.place = Sending.Place.GONE;
      if (it.durable) {
        record(new LedgerEntry.Dropped(it.delivery, "the partner has a later version"), it);
      } else {
        it.settle();
      }
      return true;
    }
    if (taken != null && it.delivery.type() == EventType.PUBLISHED) {
      it.delivery = it.delivery.as(EventType.UPDATED);
    }
    if (before == null) {
      if (queue.size() >= settings.windowMax()) {
        return false;
      }
      queue.add(it);
      byArticle.put(it.articleId(), it);
      return true;
    }
    if (before.delivery.type() == EventType.WITHDRAWN) {
      replaceNext(before, it);
      return true;
    }
    Version older = before.delivery.payload().version();
    if (older.compareTo(it.delivery.payload().version()) >= 0) {
      it.place = Sending.Place.GONE;
      before.whenSettled(it::settle);
      return true;
    }
    if (before.place == Sending.Place.QUEUED) {
      queue.remove(before);
      leave(before);
      before.settle();
      queue.add(it);
      byArticle.put(it.articleId(), it);
    } else {
      replaceNext(before, it);
    }
    return true;
  }

  // What the store gives us again an operator may have asked for.
  private static boolean outdated(Sending it, Version taken) {
    int order = taken.compareTo(it.delivery.payload().version());
    return order > 0 || (order == 0 && !it.durable);
  }

  // Durable already, so that one that finds no room is taken up from the store later.
  private void placeWithdrawal(Sending it) {
    Sending before = byArticle.get(it.articleId());
    if (before != null
        && (before.place == Sending.Place.IN_FLIGHT
            || before.delivery.type() == EventType.WITHDRAWN)) {
      replaceNext(before, it);
      return;
    }
    if (before != null) {
      if (before.delivery.payload().version().compareTo(it.delivery.payload().version()) > 0) {
        return;
      }
      queue.remove(before);
      leave(before);
      before.settle();
    }
    if (withdrawals.size() < settings.windowMax()) {
      withdrawals.add(it);
      byArticle.put(it.articleId(), it);
    }
  }

  private static void replaceNext(Sending before, Sending it) {
    Sending superseded = before.next;
    if (superseded != null
        && superseded.delivery.payload().version().compareTo(it.delivery.payload().version()) > 0) {
      it.place = Sending.Place.GONE;
      superseded.whenSettled(it::settle);
      return;
    }
    before.next = it;
    if (superseded != null) {
      superseded.place = Sending.Place.GONE;
      superseded.settle();
    }
  }

  private void leave(Sending it) {
    it.place = Sending.Place.GONE;
    byArticle.remove(it.articleId(), it);
    Sending next = it.next;
    if (next != null) {
      it.next = null;
      if (next.delivery.type() == EventType.WITHDRAWN) {
        withdrawals.addFirst(next);
      } else {
        queue.addFirst(next);
      }
      byArticle.put(next.articleId(), next);
    }
  }

  private void startWorkers() {
    while (withdrawalsInFlight < Math.min(settings.withdrawalsInFlightMax(), withdrawals.size())) {
      withdrawalsInFlight++;
      Thread.ofVirtual().start(this::workWithdrawals);
    }
    int wanted = Math.min(limit.current(), inFlight + queue.size());
    while (inFlight < wanted && !closed) {
      inFlight++;
      Thread.ofVirtual().start(this::work);
    }
  }

  // Without the lock.
  private void work() {
    Sending it = take();
    while (it != null) {
      exchange.run(it, this::ended);
      it = take();
    }
  }

  // Without the lock.
  private void workWithdrawals() {
    Sending it = takeWithdrawal();
    while (it != null) {
      exchange.run(it, this::ended);
      it = takeWithdrawal();
    }
  }

  // Without the lock.
  private @Nullable Sending take() {
    long waitNanos = 0;
    Sending it = null;
    lock.lock();
    try {
      if (inFlight <= limit.current() && !queue.isEmpty()) {
        if (closed || !breaker.tryStart(parts.clock().instant())) {
          parkQueue();
        } else {
          it = queue.remove();
          it.place = Sending.Place.IN_FLIGHT;
          waitNanos = bucket == null ? 0 : bucket.reserveNanos(System.nanoTime());
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

  // Without the lock.
  private @Nullable Sending takeWithdrawal() {
    lock.lock();
    try {
      Sending it = closed ? null : withdrawals.poll();
      if (it == null) {
        withdrawalsInFlight--;
        closeWhenIdle();
      } else {
        it.place = Sending.Place.IN_FLIGHT;
      }
      return it;
    } finally {
      lock.unlock();
    }
  }

  private void closeWhenIdle() {
    if (closed && inFlight + withdrawalsInFlight == 0) {
      exchange.close();
    }
  }

  // Without the lock: an exchange ended.
  private void ended(Sending it, LedgerEntry entry) {
    lock.lock();
    try {
      adapt(entry);
      if (entry instanceof LedgerEntry.Receipted && it.delivery.type() != EventType.WITHDRAWN) {
        recent.put(it.articleId(), it.delivery.payload().version());
        Sending next = it.next;
        if (next != null && next.delivery.type() == EventType.PUBLISHED) {
          next.delivery = next.delivery.as(EventType.UPDATED);
        }
      }
      record(entry, it);
      leave(it);
      startWorkers();
    } finally {
      lock.unlock();
    }
  }

  private void adapt(LedgerEntry entry) {
    Instant now = parts.clock().instant();
    switch (entry) {
      case LedgerEntry.Receipted(_, Attempt attempt) -> {
        if (attempt.took().compareTo(settings.budget()) < 0) {
          stalled = false;
        }
        breaker.succeeded();
        limit.succeeded(inFlight);
      }
      case LedgerEntry.Failed(_, Attempt attempt, _) -> {
        breaker.failed(now);
        if (attempt.outcome() instanceof Outcome.Failed failed && failed.overload()) {
          limit.overloaded();
        }
        if (breaker.state(now) != State.CLOSED) {
          behind = true;
          parkQueue();
        }
      }
      case LedgerEntry.Parked _, LedgerEntry.Dropped _ -> breaker.notTried();
    }
  }

  private void parkQueue() {
    List<Sending> waiting = new ArrayList<>(queue);
    queue.clear();
    for (Sending it : waiting) {
      leave(it);
      parkNow(it);
    }
    if (!waiting.isEmpty()) {
      behind = true;
    }
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
              Instant due = due(entry);
              if (due != null) {
                parts.wake().accept(subscription.id(), due);
              }
            });
  }

  private static @Nullable Instant due(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Parked parked -> parked.due();
      case LedgerEntry.Failed failed ->
          failed.next() instanceof RetryPolicy.NextStep.RetryAt(Instant time) ? time : null;
      case LedgerEntry.Receipted _, LedgerEntry.Dropped _ -> null;
    };
  }

  // The pump: sends what is parked and due. Without the lock.
  private void pump() {
    try {
      int room = awaitRoom();
      while (room > 0) {
        try {
          pumpOnce(room);
        } catch (StoreUnavailableException e) {
          // The ledger says so; here it is only later.
          wake(parts.clock().instant().plus(PAUSE));
        }
        room = awaitRoom();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pumpOnce(int room) {
    Instant now = parts.clock().instant();
    List<Delivery> due;
    Instant next;
    parts.claims().acquireUninterruptibly();
    try {
      due = parts.store().claim(subscription.id(), room, now, now.plus(settings.lease()));
      next = due.size() < room ? parts.store().nextDue(subscription.id()) : now;
    } finally {
      parts.claims().release();
    }
    lock.lock();
    try {
      for (Delivery delivery : due) {
        var it = new Sending(delivery, true);
        Sending before = byArticle.get(it.articleId());
        if (delivery.type() == EventType.WITHDRAWN) {
          placeWithdrawal(it);
        } else {
          place(it, before);
        }
      }
      nextDue = min(nextDue, next == null ? Instant.MAX : next);
      behind = !nextDue.isAfter(now);
      startWorkers();
    } finally {
      lock.unlock();
    }
  }

  /// @return how many may be claimed, 0 when the lane is closed
  private int awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Instant now = parts.clock().instant();
        int room = subscription.active() ? room(now) : 0;
        boolean due = !nextDue.isAfter(now);
        if (due && room > 0) {
          nextDue = Instant.MAX;
          return room;
        }
        changed.await(waitMillis(now, due), TimeUnit.MILLISECONDS);
      }
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private int room(Instant now) {
    return switch (breaker.state(now)) {
      case CLOSED -> Math.max(0, perClaim() - inFlight - queue.size());
      case HALF_OPEN -> inFlight == 0 && queue.isEmpty() ? 1 : 0;
      case OPEN -> 0;
    };
  }

  // As much as is sent well within the lease.
  private int perClaim() {
    int byLimit = limit.current() * 2;
    Double perSecond = subscription.rateLimitPerSecond();
    return perSecond == null ? byLimit : Math.min(byLimit, (int) Math.max(1, perSecond));
  }

  private long waitMillis(Instant now, boolean due) {
    Duration wait = due ? PAUSE : Duration.between(now, min(nextDue, now.plus(SLEEP_MAX)));
    return Math.max(1, wait.toMillis());
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
