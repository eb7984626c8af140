package syndication.publish.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.StoreUnavailableException;
import syndication.publish.replay.Archive.ArchiveUnavailableException;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;

/// Carries out replays, each on a thread of its own, from the start again after a crash: what was
/// parked or taken is not parked twice. It hands articles to the store at the pace at which the
/// store takes them, and never to a lane, so live deliveries go on.
public final class ReplayRunner implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(ReplayRunner.class);

  /// Articles parked and not yet durable.
  private static final int UNDER_WAY_MAX = 500;

  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(5);

  private final Engine engine;
  private final Archive archive;
  private final Replays replays;
  private final Subscriptions subscriptions;
  private volatile boolean closed;

  public ReplayRunner(
      Engine engine, Archive archive, Replays replays, Subscriptions subscriptions) {
    this.engine = engine;
    this.archive = archive;
    this.replays = replays;
    this.subscriptions = subscriptions;
  }

  /// Goes on with what a crash or a stop interrupted.
  public void resume() {
    replays.running().forEach(this::begin);
  }

  public void order(Replay replay) {
    replays.save(replay);
    begin(replay);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void begin(Replay replay) {
    Thread.ofVirtual().name("replay-" + replay.id()).start(() -> run(replay));
  }

  private void run(Replay replay) {
    boolean ended = false;
    while (!closed && !ended) {
      try {
        carryOut(replay);
        ended = true;
      } catch (ArchiveUnavailableException | StoreUnavailableException e) {
        logger.warn("replay {} begins again soon: {}", replay.id(), e.getMessage());
        pause();
      }
    }
  }

  private void carryOut(Replay replay) {
    Optional<Subscription> subscription = subscriptions.find(replay.subscriptionId());
    if (subscription.isEmpty()) {
      replays.save(replay.progress(Replay.State.ABANDONED, 0, 0));
      return;
    }
    var room = new Semaphore(UNDER_WAY_MAX);
    var examined = new AtomicLong();
    var sent = new AtomicLong();
    archive.read(
        replay.since(),
        replay.until(),
        replay.articleId(),
        arrived -> {
          examined.incrementAndGet();
          room.acquireUninterruptibly();
          boolean parked =
              engine.replay(arrived, subscription.get(), replay.dryRun(), room::release);
          if (!parked || replay.dryRun()) {
            room.release();
          }
          if (parked) {
            sent.incrementAndGet();
          }
        });
    room.acquireUninterruptibly(UNDER_WAY_MAX);
    replays.save(replay.progress(Replay.State.DONE, examined.get(), sent.get()));
  }

  private void pause() {
    try {
      Thread.sleep(BEFORE_NEXT_TRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
