package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;
import static syndication.publish.RunningService.articleId;
import static syndication.publish.RunningService.withdrawn;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import syndication.publish.LocalPartner.Received;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.schema.RevisionKind;

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

  private static void verify(Subscription subscription, Received received) throws Exception {
    Map<String, List<String>> headers =
        received.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue())));
    new Webhook(subscription.secrets().getFirst().text())
        .verify(received.body(), HttpHeaders.of(headers, (_, _) -> true));
  }
}
