package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;
import static syndication.publish.RunningService.articleId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import syndication.publish.LocalPartner.Received;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Crash;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryObserver;
import syndication.publish.delivery.DeliveryStore;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.Engine.Arrived;
import syndication.publish.delivery.LaneSettings;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.PartnerClients;
import syndication.publish.delivery.Withdrawal;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.kafka.EnrichedTranslator;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;
import syndication.schema.RevisionKind;

/// Two engines on one database, as when a partition moves from one instance to another.
class SeveralInstancesEdgeTest {

  private static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
  private static final LaneSettings SHORT_LEASE =
      new LaneSettings(
          256,
          16,
          64,
          8,
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          LaneSettings.DEFAULT.retries());

  private static RunningService service;

  private final CountDownLatch release = new CountDownLatch(1);
  private final LocalPartner partner = new LocalPartner();
  private final String article = articleId();
  private Engine one;
  private Engine other;
  private Subscription subscription;

  @BeforeAll
  static void startService() {
    service = RunningService.start();
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  @BeforeEach
  void start() {
    subscription = service.subscribe(partner.endpoint(), ALL);
    one = service.engine();
    other = engine(LaneSettings.DEFAULT);
    other.start();
  }

  @AfterEach
  void stop() {
    release.countDown();
    other.close();
    partner.close();
    service.bean(Subscriptions.class).remove(subscription.id());
    one.reload();
  }

  private static Engine engine(LaneSettings settings) {
    return new Engine(
        service.bean(Subscriptions.class),
        service.bean(DeliveryStore.class),
        service.bean(PartnerClients.class),
        new Unobserved(),
        InstantSource.system(),
        new Random(1),
        settings);
  }

  private Arrived revision(long number) {
    return new Arrived(
        EnrichedTranslator.article(EnrichedEvents.event(article, number, RevisionKind.UPDATE)),
        null);
  }

  private static void accept(Engine engine, Arrived arrived) {
    engine.accept(List.of(arrived), () -> {});
  }

  /// Holds the first request until it is released, and takes the others at once.
  private void holdTheFirst() {
    var calls = new AtomicInteger();
    partner.behave(it -> {
      if (calls.getAndIncrement() == 0) {
        try {
          var _ = release.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      LocalPartner.accept(it);
    });
  }

  /// Waits until the partner has the request and the store knows of it, which come in any order.
  private void awaitLeased() {
    await("on its way", () -> versions().size() == 1);
    await("leased", () -> leases() == 1);
  }

  private long leases() {
    return Objects.requireNonNull(
        service
            .jdbc()
            .queryForObject(
                "select count(*) from deliveries where article_id = ? and leased_until is not null",
                Long.class,
                article));
  }

  private List<Integer> versions() {
    return partner.of(article).stream().map(Received::version).toList();
  }

  @Test
  void aNewerRevisionWaitsForTheOneTheOtherInstanceHasOnItsWay() {
    holdTheFirst();
    accept(one, revision(1));
    awaitLeased();

    accept(other, revision(2));
    await("parked", () -> service.statesOf(subscription.id()).getOrDefault("PARKED", 0L) == 1);
    await("superseded", () -> service.statesOf(subscription.id()).containsKey("SUPERSEDED"));
    assertThat(versions()).containsExactly(1);
    release.countDown();

    await("both", () -> versions().size() == 2);
    assertThat(versions()).containsExactly(1, 2);
    assertThat(partner.of(article).getLast().type()).isEqualTo("article.updated");
  }

  @Test
  void whatOneInstanceHasOnItsWayIsNotSentByTheOtherThatReadsItAgain() {
    holdTheFirst();
    accept(one, revision(1));
    awaitLeased();

    accept(other, revision(1));
    release.countDown();
    await("receipt", () -> receipts() == 1);
    accept(other, revision(2));
    await("the next", () -> versions().size() == 2);

    assertThat(versions()).containsExactly(1, 2);
  }

  @Test
  void aParkedRevisionIsSupersededByTheNewerThatTheOtherInstanceReads() {
    partner.behave(it -> LocalPartner.answer(it, 500));
    accept(one, revision(1));
    await("parked", () -> service.statesOf(subscription.id()).getOrDefault("PARKED", 0L) == 1);

    partner.acceptAll();
    accept(other, revision(2));
    await("taken", () -> receipts() == 1);

    assertThat(versions()).containsExactly(1, 2);
    assertThat(service.statesOf(subscription.id())).containsOnlyKeys("SUPERSEDED");
  }

  @Test
  void aWithdrawalThatOvertookARevisionOfTheOtherInstanceIsToldOnceMore() {
    accept(one, revision(1));
    await("taken", () -> receipts() == 1);
    holdTheFirst();
    accept(one, revision(2));
    await("on its way", () -> versions().size() == 2);

    other.withdraw(withdrawal(3));
    await("told", () -> partner.of(article).size() == 3);
    release.countDown();

    await("told once more", () -> partner.of(article).size() == 4);
    List<Received> all = partner.of(article);
    assertThat(all.getLast().type()).isEqualTo("article.withdrawn");
    assertThat(all.getLast().id()).isNotEqualTo(all.get(2).id());
  }

  @Test
  void whatAnInstanceThatDiedHadOnItsWayIsSentAfterItsLeaseWithTheSameId() {
    Engine dying = engine(SHORT_LEASE);
    dying.start();
    holdTheFirst();
    accept(dying, revision(1));
    awaitLeased();

    Crash.of(dying);
    await("sent again", () -> partner.of(article).size() == 2);

    assertThat(partner.of(article)).extracting(Received::id).containsOnly(firstId());
    await("receipt", () -> receipts() == 1);
  }

  private String firstId() {
    return partner.of(article).getFirst().id();
  }

  private long receipts() {
    return Objects.requireNonNull(
        service
            .jdbc()
            .queryForObject(
                "select count(*) from receipts where article_id = ? and subscription_id = ?",
                Long.class,
                article,
                subscription.id()));
  }

  private Withdrawal withdrawal(long revision) {
    return new Withdrawal(
        article,
        revision,
        "KILL",
        Instant.parse("2026-03-04T12:00:00Z"),
        ("{\"uri\":\"" + article + "\",\"pubStatus\":\"canceled\"}")
            .getBytes(StandardCharsets.UTF_8),
        EnrichedEvents.TRACE_ID);
  }

  private record Unobserved() implements DeliveryObserver {
    @Override
    public void attempted(Delivery delivery, Attempt attempt) {}

    @Override
    public void recorded(LedgerEntry entry) {}
  }
}
