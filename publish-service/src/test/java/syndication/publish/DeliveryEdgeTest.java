package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;
import static syndication.publish.RunningService.articleId;
import static syndication.publish.RunningService.withdrawn;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import syndication.publish.LocalPartner.Received;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;
import syndication.schema.RevisionKind;
import syndication.schema.topic.Topic;

/// The delivery engine with everything real around it.
class DeliveryEdgeTest {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Filter from(String sourceId) {
    return new Filter(Set.of(sourceId), Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static void produce(String articleId, long revision, RevisionKind kind, String source) {
    service.produce(EnrichedEvents.event(articleId, revision, kind, source).build());
  }

  @Test
  void aPartnerGetsASignedEventThenItsUpdateThenItsWithdrawal() throws Exception {
    try (var partner = new LocalPartner()) {
      Subscription subscription = service.subscribe(partner.endpoint(), from("s-story"));
      String article = articleId();

      produce(article, 1, RevisionKind.NEW, "s-story");
      await("published", () -> partner.received().size() == 1);
      produce(article, 2, RevisionKind.CORRECTION, "s-story");
      await("updated", () -> partner.received().size() == 2);
      service.produce(withdrawn(article, 3));
      await("withdrawn", () -> partner.received().size() == 3);

      assertThat(partner.received().stream().map(Received::type))
          .containsExactly("article.published", "article.updated", "article.withdrawn");
      assertThat(partner.received().getLast().json().path("data").path("pubStatus").asString())
          .isEqualTo("canceled");
      assertThat(partner.received().getLast().json().path("data").has("bodies")).isFalse();
      for (Received it : partner.received()) {
        verify(subscription, it);
      }
    }
  }

  @Test
  void aFailureIsTriedAgainWithTheSameIdAndTheLogHasBothAttempts() {
    try (var partner = new LocalPartner()) {
      var answers = new AtomicInteger();
      partner.behave(it -> LocalPartner.answer(it, answers.getAndIncrement() == 0 ? 500 : 204));
      service.subscribe(partner.endpoint(), from("s-retry"));
      String article = articleId();

      produce(article, 1, RevisionKind.NEW, "s-retry");
      await("second attempt, after 5 s", () -> partner.received().size() == 2);

      String id = partner.received().getFirst().id();
      assertThat(partner.received()).allSatisfy(it -> assertThat(it.id()).isEqualTo(id));
      await("receipt", () -> state(id).equals("delivered"));
      assertThat(service.bean(DeliveryLog.class).attempts(id))
          .extracting(it -> it.outcome())
          .containsExactly("FAILED", "DELIVERED");
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    try (var partner = new LocalPartner();
        var elsewhere = new LocalPartner()) {
      partner.behave(it -> {
        it.getResponseHeaders().add("Location", elsewhere.endpoint().toString());
        LocalPartner.answer(it, 307);
      });
      service.subscribe(partner.endpoint(), from("s-redirect"));

      produce(articleId(), 1, RevisionKind.NEW, "s-redirect");
      await("first attempt", () -> partner.received().size() == 1);
      String id = partner.received().getFirst().id();
      await("parked", () -> state(id).equals("parked"));

      assertThat(elsewhere.received()).isEmpty();
      assertThat(service.bean(DeliveryLog.class).find(id))
          .hasValueSatisfying(it -> {
            assertThat(it.lastStatus()).isEqualTo(307);
            assertThat(it.attempts()).isEqualTo(1);
          });
    }
  }

  @Test
  void goneDisablesTheSubscriptionAndWhatComesLaterIsKeptForIt() {
    try (var partner = new LocalPartner()) {
      partner.behave(it -> LocalPartner.answer(it, 410));
      Subscription subscription = service.subscribe(partner.endpoint(), from("s-gone"));

      produce(articleId(), 1, RevisionKind.NEW, "s-gone");
      await(
          "disabled",
          () ->
              service.bean(Subscriptions.class).find(subscription.id()).orElseThrow().state()
                  instanceof Subscription.State.Disabled);
      produce(articleId(), 1, RevisionKind.NEW, "s-gone");
      await(
          "both parked", () -> service.statesOf(subscription.id()).getOrDefault("PARKED", 0L) == 2);
      assertThat(partner.received()).hasSize(1);

      partner.acceptAll();
      service
          .bean(Subscriptions.class)
          .changeState(subscription.id(), new Subscription.State.Active());
      await("both delivered", () -> partner.received().size() == 3);
    }
  }

  @Test
  void retryAfterIsHonouredInFull() {
    try (var partner = new LocalPartner()) {
      partner.behave(it -> {
        it.getResponseHeaders().add("Retry-After", "7200");
        LocalPartner.answer(it, 429);
      });
      service.subscribe(partner.endpoint(), from("s-429"));

      produce(articleId(), 1, RevisionKind.NEW, "s-429");
      await("attempt", () -> partner.received().size() == 1);
      String id = partner.received().getFirst().id();
      await("parked", () -> state(id).equals("parked"));

      Instant due = service.bean(DeliveryLog.class).find(id).orElseThrow().dueAt();
      assertThat(due).isAfter(Instant.now().plusSeconds(7_000));
    }
  }

  @Test
  void aGiantAnswerIsNotReadAndTheDeliveryCounts() {
    try (var partner = new LocalPartner()) {
      var written = new AtomicLong();
      partner.behave(it -> {
        it.sendResponseHeaders(200, 0);
        byte[] block = new byte[64 * 1024];
        try (var out = it.getResponseBody()) {
          for (int i = 0; i < 10_000; i++) {
            out.write(block);
            written.addAndGet(block.length);
          }
        } catch (IOException e) {
          // The reader went away, as it should.
          return;
        }
      });
      service.subscribe(partner.endpoint(), from("s-giant"));

      produce(articleId(), 1, RevisionKind.NEW, "s-giant");
      await("received", () -> partner.received().size() == 1);
      String id = partner.received().getFirst().id();
      await("delivered", () -> state(id).equals("delivered"));

      assertThat(written.get()).isLessThan(50_000_000);
    }
  }

  @Test
  void twiceAndOutOfOrderIsSentOnceAndInOrder() {
    try (var partner = new LocalPartner()) {
      service.subscribe(partner.endpoint(), from("s-order"));
      String article = articleId();

      produce(article, 2, RevisionKind.UPDATE, "s-order");
      await("first", () -> partner.of(article).size() == 1);
      produce(article, 1, RevisionKind.NEW, "s-order");
      produce(article, 2, RevisionKind.UPDATE, "s-order");
      produce(article, 3, RevisionKind.UPDATE, "s-order");
      await("last", () -> partner.of(article).size() == 2);

      assertThat(partner.of(article).stream().map(Received::version)).containsExactly(2, 3);
    }
  }

  @Test
  void whilePausedOnlyTheLatestVersionWaitsAndResumingSendsIt() {
    try (var partner = new LocalPartner()) {
      Subscription subscription = service.subscribe(partner.endpoint(), from("s-pause"));
      Subscriptions subscriptions = service.bean(Subscriptions.class);
      subscriptions.changeState(subscription.id(), new Subscription.State.Paused(Instant.now()));
      service.engine().reload();
      String article = articleId();

      for (int revision = 1; revision <= 3; revision++) {
        produce(article, revision, RevisionKind.UPDATE, "s-pause");
        service.flush();
        long parked = revision;
        await(
            "parked",
            () ->
                service.statesOf(subscription.id()).values().stream().mapToLong(it -> it).sum()
                    == parked);
      }
      assertThat(service.statesOf(subscription.id()))
          .isEqualTo(Map.of("PARKED", 1L, "SUPERSEDED", 2L));
      assertThat(partner.received()).isEmpty();

      subscriptions.changeState(subscription.id(), new Subscription.State.Active());
      await("delivered", () -> partner.received().size() == 1);
      assertThat(partner.received().getFirst().version()).isEqualTo(3);
    }
  }

  @Test
  void afterAWithdrawalNothingIsSentUntilTheArticleIsReleased() {
    try (var partner = new LocalPartner()) {
      service.subscribe(partner.endpoint(), from("s-release"));
      String article = articleId();

      produce(article, 1, RevisionKind.NEW, "s-release");
      await("published", () -> partner.of(article).size() == 1);
      service.produce(withdrawn(article, 2));
      await("withdrawn", () -> partner.of(article).size() == 2);
      produce(article, 3, RevisionKind.UPDATE, "s-release");
      produce(article, 4, RevisionKind.RELEASE, "s-release");
      await("released", () -> partner.of(article).size() == 3);

      assertThat(partner.of(article).getLast().version()).isEqualTo(4);
      assertThat(partner.of(article).getLast().type()).isEqualTo("article.updated");
    }
  }

  @Test
  void aWithdrawalGoesToWhoeverHasTheArticleWhateverTheFilterSaysNow() {
    try (var partner = new LocalPartner()) {
      Subscription it = service.subscribe(partner.endpoint(), from("s-before"));
      String article = articleId();
      produce(article, 1, RevisionKind.NEW, "s-before");
      await("published", () -> partner.of(article).size() == 1);
      await("receipt", () -> state(partner.of(article).getFirst().id()).equals("delivered"));

      service
          .bean(Subscriptions.class)
          .change(
              new Subscription(
                  it.id(),
                  it.partnerId(),
                  it.endpoint(),
                  from("s-after"),
                  it.ordering(),
                  it.schemes(),
                  it.secrets(),
                  it.rateLimitPerSecond(),
                  it.collapseDuplicates(),
                  it.state(),
                  it.createdAt()));
      service.engine().reload();
      service.produce(withdrawn(article, 2));
      await("withdrawn", () -> partner.of(article).size() == 2);

      assertThat(partner.of(article).getLast().type()).isEqualTo("article.withdrawn");
    }
  }

  @Test
  void whoNeverGotAnArticleIsNotToldOfItsWithdrawal() {
    try (var partner = new LocalPartner()) {
      service.subscribe(partner.endpoint(), from("s-never"));
      String article = articleId();
      String other = articleId();

      service.produce(withdrawn(article, 2));
      service.flush();
      produce(article, 1, RevisionKind.NEW, "s-never");
      produce(other, 1, RevisionKind.NEW, "s-never");
      await("the other one", () -> partner.of(other).size() == 1);

      assertThat(partner.of(article)).isEmpty();
    }
  }

  @Test
  void anEmbargoIsKeptAndThenTheArticleIsSent() {
    try (var partner = new LocalPartner()) {
      service.subscribe(partner.endpoint(), from("s-embargo"));
      String article = articleId();
      var event = EnrichedEvents.event(article, 1, RevisionKind.NEW, "s-embargo");
      Instant until = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
      event.setArticle(
          EnrichedEvents.revised(article, 1, RevisionKind.NEW, "s-embargo")
              .setEmbargoedUntil(until)
              .build());

      service.produce(event.build());
      await("sent", () -> partner.of(article).size() == 1);

      assertThat(Instant.now()).isAfterOrEqualTo(until);
    }
  }

  @Test
  void bytesThatAreNoEventBecomeADeadLetterAndTheNextArticleGoesOn() {
    try (var partner = new LocalPartner()) {
      service.subscribe(partner.endpoint(), from("s-poison"));
      String article = articleId();

      service.produceBytes(Topic.ENRICHED, article, new byte[] {1, 2, 3});
      produce(article, 1, RevisionKind.NEW, "s-poison");
      await("delivered", () -> partner.of(article).size() == 1);
    }
  }

  private static String state(String deliveryId) {
    return service
        .bean(DeliveryLog.class)
        .find(deliveryId)
        .map(DeliveryLog.Entry::state)
        .orElse("");
  }

  private static void verify(Subscription subscription, Received received) throws Exception {
    Map<String, List<String>> headers =
        received.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue())));
    new Webhook(subscription.secrets().getFirst().text())
        .verify(received.body(), HttpHeaders.of(headers, (_, _) -> true));
  }
}
