package syndication.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import syndication.ingest.source.SourceId;
import syndication.ingest.websub.HubAnswer;
import syndication.ingest.websub.Subscription;
import syndication.ingest.websub.SubscriptionPolicy;
import syndication.ingest.websub.SubscriptionPolicy.Step;
import syndication.ingest.websub.Subscriptions;
import syndication.ingest.websub.Subscriptions.Due;

/// Takes each subscription's next step when it is due, each held by a lease so that instances do
/// not ask a hub twice.
final class SubscriptionKeeper implements SmartLifecycle {

  private static final Logger logger = LoggerFactory.getLogger(SubscriptionKeeper.class);

  /// Longer than any step; an instance that died lets go after it.
  private static final Duration LEASE = Duration.ofMinutes(3);

  /// Hubs asked at once by this instance.
  private static final int PARALLEL = 8;

  private final Subscriptions subscriptions;
  private final Hubs hubs;
  private final Consumer<SourceId> pollSoon;
  private final InstantSource clock;
  private final WebSubProperties properties;
  private final String owner;
  private BooleanSupplier ready = () -> true;
  private volatile @Nullable Thread loop;
  private volatile boolean stopping;

  /// @param pollSoon visits a feed as soon as that is polite
  /// @param owner names this instance in leases
  SubscriptionKeeper(
      Subscriptions subscriptions,
      Hubs hubs,
      Consumer<SourceId> pollSoon,
      InstantSource clock,
      WebSubProperties properties,
      String owner) {
    this.subscriptions = subscriptions;
    this.hubs = hubs;
    this.pollSoon = pollSoon;
    this.clock = clock;
    this.properties = properties;
    this.owner = owner;
  }

  /// Begins only once something is there.
  SubscriptionKeeper once(BooleanSupplier there) {
    ready = there;
    return this;
  }

  @Override
  public void start() {
    if (properties.enabled()) {
      stopping = false;
      loop = Thread.ofVirtual().name("subscriptions").start(this::run);
    }
  }

  @Override
  public void stop() {
    stopping = true;
    Thread it = loop;
    loop = null;
    if (it != null) {
      LockSupport.unpark(it);
    }
  }

  @Override
  public boolean isRunning() {
    return loop != null;
  }

  private void run() {
    while (!stopping) {
      boolean more = ready.getAsBoolean() && survives(this::stepAll);
      if (!more) {
        LockSupport.parkNanos(properties.tick().toNanos());
      }
    }
  }

  /// Takes the steps that are due.
  ///
  /// @return whether there may be more
  boolean stepAll() {
    List<Due> due = subscriptions.leaseDue(owner, clock.instant(), LEASE, PARALLEL);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(it -> workers.execute(() -> survives(() -> step(it))));
    }
    return due.size() == PARALLEL;
  }

  private boolean step(Due due) {
    String token = due.subscription().token();
    try {
      Instant now = clock.instant();
      var step = new AtomicReference<Step>(new Step.Forget());
      // Decided on what is kept now: the hub may have asked back since the lease.
      subscriptions.change(
          token,
          it -> {
            step.set(SubscriptionPolicy.due(it, due.wanted(), now));
            return switch (step.get()) {
              case Step.Subscribe next -> next.next();
              case Step.Unsubscribe next -> next.next();
              case Step.Keep next -> next.next();
              case Step.Forget _ -> null;
            };
          });
      take(step.get(), due.subscription());
      return true;
    } finally {
      subscriptions.release(token, owner);
    }
  }

  private void take(Step step, Subscription before) {
    switch (step) {
      case Step.Subscribe it -> {
        HubAnswer answer = ask(Hubs.Mode.SUBSCRIBE, it.next());
        subscriptions.change(
            before.token(), kept -> SubscriptionPolicy.answered(kept, answer, clock.instant()));
      }
      case Step.Unsubscribe it -> {
        if (ask(Hubs.Mode.UNSUBSCRIBE, it.next()) instanceof HubAnswer.Gone) {
          subscriptions.change(before.token(), _ -> null);
        }
      }
      case Step.Keep it -> {
        if (before.trust().misses() < it.next().trust().misses()) {
          log(it.next(), "the hub is not trusted any more; the feed is polled as usual");
          pollSoon.accept(before.source());
        }
      }
      case Step.Forget _ -> {
        // Nothing is left to be done.
      }
    }
  }

  private HubAnswer ask(Hubs.Mode mode, Subscription it) {
    HubAnswer answer = hubs.ask(mode, it, properties.callback(it.token()));
    log(it, "hub asked to %s: %s".formatted(mode, answer));
    return answer;
  }

  private static void log(Subscription it, String message) {
    logger.atInfo().addKeyValue("sourceId", it.source()).addKeyValue("hub", it.hub()).log(message);
  }

  // A step that failed stays due: its lease ends, and it is taken again.
  private static boolean survives(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      logger.warn("a subscription's step failed; it stays due", e);
      return false;
    }
  }
}
