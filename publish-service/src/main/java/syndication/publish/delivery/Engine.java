package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;

/// Gets articles to partners: matches each against all subscriptions, and hands it to the lanes of
/// those that want it. One engine reads for all partners, and waits for none: what a lane does not
/// take, or does not finish within the budget, is parked in the store and sent from there.
public final class Engine implements AutoCloseable {

  /// Looks for changed subscriptions this often; other instances may change them.
  private static final Duration RELOAD_EVERY = Duration.ofMillis(500);

  /// Looks for parked deliveries nobody told us of this often: leases of an instance that died.
  private static final Duration BACKLOG_EVERY = Duration.ofSeconds(3);

  /// Articles the reader may have under way; it waits when there are more. Enough that it does not
  /// wait for a partner at any rate it can read at, few enough to hold in memory.
  private static final int ARTICLES_MAX = 4_000;

  /// Articles handed to the lanes before the reader looks again whether they have room.
  private static final int DISPATCHED_AT_ONCE = 64;

  /// The reader goes no faster than a partner that takes 64 deliveries within this time: the detour
  /// by the store costs several times the delivery. For one that is slower it waits once, so
  /// briefly that nobody else is late by it.
  private static final Duration ROOM_WITHIN = Duration.ofMillis(50);

  /// Lanes that look into the store at once; the rest of its connections are for live work.
  private static final int CLAIMS_MAX = 2;

  /// Instances' clocks, and the time between a record and its commit, differ by less.
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  /// More than come within that time; those beyond are held back when they are next read.
  private static final int WITHDRAWALS_MAX = 10_000;

  private static final Duration SETTLE_WITHIN = Duration.ofSeconds(3);

  private final DeliveryStore store;
  private final PartnerClients clients;
  private final InstantSource clock;
  private final LaneSettings settings;
  private final Ledger ledger;
  private final LaneParts parts;
  private final Lanes lanes;
  private final WithdrawnLately withdrawnLately = new WithdrawnLately();
  private final BatchWindow batches = new BatchWindow(ARTICLES_MAX);

  // Ends the waiting for partners; never waits itself, so that no batch is held up.
  private final Chores budgets = new Chores("delivery-budgets");

  // Asks the store, and waits for it.
  private final Chores chores = new Chores("delivery-chores");
  private volatile Map<String, DeliveryStore.Backlog> backlogs = Map.of();

  // Only the chores' thread uses it.
  private Instant heardUntil;

  public Engine(
      Subscriptions subscriptions,
      DeliveryStore store,
      PartnerClients clients,
      DeliveryObserver observer,
      InstantSource clock,
      RandomGenerator random,
      LaneSettings settings) {
    this.store = store;
    this.clients = clients;
    this.clock = clock;
    this.settings = settings;
    this.heardUntil = clock.instant();
    this.ledger = new Ledger(store, observer, clock, this::wakeNow);
    this.parts =
        new LaneParts(
            store,
            ledger,
            observer,
            clock,
            random,
            settings.retries(),
            new Semaphore(CLAIMS_MAX),
            withdrawnLately::covers,
            this::wake,
            this::disable);
    this.lanes = new Lanes(subscriptions, clients, parts, settings);
  }

  /// Opens the lanes and takes up what is parked.
  ///
  /// @throws StoreUnavailableException when the subscriptions cannot be read
  public void start() {
    reload();
    ledger.start();
    chores.every(RELOAD_EVERY, this::reload);
    chores.every(RELOAD_EVERY, this::hearOfWithdrawals);
    chores.every(BACKLOG_EVERY, this::lookForBacklogs);
  }

  /// Takes articles from the reader.
  ///
  /// @param whenSettled run once, when every delivery of them is done or durable, in the order in
  ///   which batches were accepted
  /// @throws StoreUnavailableException nothing was accepted
  public void accept(List<Arrived> arrived, Runnable whenSettled) {
    Map<String, List<Arrived>> byArticle = new LinkedHashMap<>();
    for (Arrived it : arrived) {
      byArticle.computeIfAbsent(it.article().articleId(), _ -> new ArrayList<>()).add(it);
    }
    DeliveryStore.Known known = store.known(byArticle.keySet());
    List<Arrived> latest = new ArrayList<>(byArticle.size());
    byArticle.forEach((articleId, versions) -> {
      Reading reading = Reading.of(versions, known.withdrawn().get(articleId));
      reading.withdrawals().forEach(it -> withdraw(withdrawalOf(it)));
      if (reading.lifted() != null) {
        store.remember(reading.lifted());
      }
      if (reading.latest() != null) {
        latest.add(reading.latest());
      }
    });
    for (int from = 0; from < latest.size(); from += DISPATCHED_AT_ONCE) {
      int to = Math.min(latest.size(), from + DISPATCHED_AT_ONCE);
      lanes.awaitRoom(DISPATCHED_AT_ONCE, ROOM_WITHIN);
      dispatch(latest.subList(from, to), known);
    }
    // Settled in the order in which they were opened, so this one comes after those before it.
    batches.open(1, whenSettled).allAdded();
  }

  /// Tells everyone who took any of an article that it is withdrawn; on return that is durable.
  ///
  /// @throws StoreUnavailableException nothing was withdrawn, or all of it: calling again is
  ///   harmless
  public void withdraw(Withdrawal withdrawal) {
    Instant now = clock.instant();
    withdrawnLately.add(withdrawal.articleId(), withdrawal.revision());
    lanes.cancel(withdrawal.articleId(), withdrawal.revision());
    for (Delivery it : store.withdraw(withdrawal, now, now.plus(settings.lease()))) {
      Lane lane = lanes.of(it.subscriptionId());
      if (lane != null) {
        lane.offerWithdrawal(it);
      }
    }
  }

  /// Parks an article for those who want it, do not have it, and for whom it does not wait already.
  ///
  /// @param only the one subscription this is for
  /// @param parked run when it is durable
  /// @return whether there was anything to park
  public boolean replay(Arrived arrived, Subscription only, boolean dryRun, Runnable parked) {
    PublishedArticle article = arrived.article();
    if (!article.usable() || !only.wants(article)) {
      return false;
    }
    DeliveryStore.Known known = store.known(List.of(article.articleId()));
    Withdrawn withdrawn = known.withdrawn().get(article.articleId());
    Receipt receipt = known.receipt(article.articleId(), only.id());
    Version waiting = known.waiting(article.articleId(), only.id());
    SendDecision decision = SendDecision.of(article, receipt, clock.instant());
    if ((waiting != null && waiting.compareTo(article.version()) >= 0)
        || (withdrawn != null && withdrawn.holdsBack(article))
        || decision instanceof SendDecision.Skip) {
      return false;
    }
    if (!dryRun) {
      Payload payload = Payload.of(article, arrived.position());
      EventType type = receipt == null ? EventType.PUBLISHED : EventType.UPDATED;
      park(Delivery.of(only, type, payload), clock.instant(), parked);
    }
    return true;
  }

  /// Sends one delivery again, whatever the partner took before.
  public void resend(Delivery delivery) {
    Instant now = clock.instant();
    park(delivery, now, () -> {});
  }

  /// Something of a subscription became due.
  public void wake(String subscriptionId) {
    wake(subscriptionId, clock.instant());
  }

  /// Sends `endpoint.test` and waits for what comes of it. Nothing follows a failure.
  public Attempt test(Subscription subscription, Payload payload, String id) {
    var delivery =
        new Delivery(id, subscription.id(), subscription.partnerId(), EventType.TEST, payload, 0);
    try (var exchange = new Exchange(subscription, clients.open(subscription), parts)) {
      return exchange.attempt(delivery, clock.instant());
    }
  }

  /// Reads the subscriptions again if they changed.
  public void reload() {
    lanes.reload();
  }

  public List<LaneStatus> lanes() {
    return lanes.all().stream().map(Lane::status).toList();
  }

  /// What waits, as of a moment ago.
  public Map<String, DeliveryStore.Backlog> backlogs() {
    return backlogs;
  }

  /// Waits until everything accepted is done or durable, or for `patience`.
  ///
  /// @return whether it is
  public boolean awaitSettled(Duration patience) throws InterruptedException {
    return batches.awaitEmpty(patience);
  }

  /// Parks what was not sent, waits for what is on its way, and makes all of it durable.
  @Override
  public void close() {
    stopTimers();
    lanes.all().forEach(Lane::close);
    try {
      batches.parkTheRest();
      batches.awaitEmpty(SETTLE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledger.close();
  }

  /// Ends at once and writes nothing more, as a crash would.
  void abandon() {
    stopTimers();
    ledger.abandon();
    lanes.all().forEach(Lane::abandon);
  }

  private static Withdrawal withdrawalOf(PublishedArticle article) {
    Payload payload = Payload.of(article, null);
    return new Withdrawal(
        article.articleId(),
        article.version().revision(),
        article.kind(),
        payload.occurredAt(),
        payload.data(),
        payload.traceId());
  }

  private void dispatch(List<Arrived> articles, DeliveryStore.Known known) {
    Batch batch = batches.open(articles.size(), () -> {});
    articles.forEach(it -> dispatch(it, known, batch));
    batch.allAdded();
    if (!batch.settled()) {
      budgets.after(settings.budget(), batch::parkTheRest);
    }
  }

  private void dispatch(Arrived arrived, DeliveryStore.Known known, Batch batch) {
    PublishedArticle article = arrived.article();
    Instant now = clock.instant();
    Payload payload = null;
    for (Lane lane : lanes.all()) {
      String id = lane.subscription().id();
      Version waiting = known.waiting(article.articleId(), id);
      boolean durable = waiting != null && waiting.compareTo(article.version()) >= 0;
      if (!durable && lane.subscription().wants(article)) {
        Receipt receipt = known.receipt(article.articleId(), id);
        SendDecision decision = SendDecision.of(article, receipt, now);
        if (!(decision instanceof SendDecision.Skip)) {
          payload = payload == null ? Payload.of(article, arrived.position()) : payload;
          EventType type = receipt == null ? EventType.PUBLISHED : EventType.UPDATED;
          Delivery delivery = Delivery.of(lane.subscription(), type, payload);
          batch.expectOne();
          dispatch(decision, delivery, lane, waiting == null, batch);
        }
      }
    }
  }

  private void dispatch(
      SendDecision decision, Delivery delivery, Lane lane, boolean alone, Batch batch) {
    switch (decision) {
      case SendDecision.Skip _ -> batch.oneSettled();
      case SendDecision.Wait(Instant until) -> park(delivery, until, batch::oneSettled);
      case SendDecision.Send _ -> {
        Sending sending = lane.offer(delivery, alone, batch::oneSettled);
        if (sending == null) {
          park(delivery, clock.instant(), batch::oneSettled);
        } else {
          batch.add(lane, sending);
        }
      }
    }
  }

  private void park(Delivery delivery, Instant due, Runnable whenDurable) {
    ledger.add(
        new LedgerEntry.Parked(delivery, due),
        () -> {
          whenDurable.run();
          wake(delivery.subscriptionId(), due);
        });
  }

  private void wake(String subscriptionId, Instant due) {
    lanes.wake(subscriptionId, due);
  }

  private void wakeNow(Set<String> subscriptionIds) {
    lanes.wake(subscriptionIds, clock.instant());
  }

  private void disable(String subscriptionId, String reason) {
    lanes.disable(subscriptionId, reason, clock.instant());
  }

  // The one that hears of a withdrawal need not be the one that has the article in hand.
  private void hearOfWithdrawals() {
    Instant now = clock.instant();
    for (Withdrawn it : store.withdrawnSince(heardUntil.minus(CLOCKS_DIFFER), WITHDRAWALS_MAX)) {
      if (!it.lifted() && withdrawnLately.add(it.articleId(), it.throughRevision())) {
        lanes.cancel(it.articleId(), it.throughRevision());
      }
    }
    heardUntil = now;
  }

  private void lookForBacklogs() {
    backlogs = store.backlogs();
    backlogs.forEach((subscriptionId, it) -> wake(subscriptionId, it.nextDue()));
  }

  private void stopTimers() {
    budgets.close();
    chores.close();
  }

  /// An article as it came.
  ///
  /// @param position in `articles.enriched`, or `null` when it came by another road
  public record Arrived(PublishedArticle article, @Nullable LogPosition position) {}
}
