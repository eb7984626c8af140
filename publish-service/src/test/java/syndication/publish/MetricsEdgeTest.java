package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;
import static syndication.publish.RunningService.articleId;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.schema.RevisionKind;

/// What Prometheus sees of each partner.
class MetricsEdgeTest {

  private static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  @Test
  void everyPartnerShowsItsLagItsLimitItsBreakerAndItsOutcomes() throws Exception {
    try (var service = RunningService.start();
        var partner = new LocalPartner();
        var failing = new LocalPartner();
        var client = HttpClient.newHttpClient()) {
      failing.behave(it -> LocalPartner.answer(it, 503));
      Subscription good = service.subscribe(partner.endpoint(), ALL);
      Subscription bad = service.subscribe(failing.endpoint(), ALL);

      for (int i = 0; i < 8; i++) {
        service.produce(
            EnrichedEvents.event(articleId(), 1, RevisionKind.NEW, "s-metrics").build());
      }

      await(
          "the lag of the one that fails",
          () -> value(service, client, "syndicate_delivery_parked", bad) == 8);
      assertThat(value(service, client, "syndicate_delivery_oldest_undelivered_seconds", bad))
          .isPositive();
      assertThat(value(service, client, "syndicate_delivery_breaker_open", bad)).isEqualTo(1);
      assertThat(value(service, client, "syndicate_delivery_attempts_total", bad, "failed"))
          .isPositive();
      assertThat(value(service, client, "syndicate_delivery_breaker_open", good)).isZero();
      assertThat(value(service, client, "syndicate_delivery_oldest_undelivered_seconds", good))
          .isZero();
      assertThat(value(service, client, "syndicate_delivery_in_flight_limit", good))
          .isGreaterThanOrEqualTo(16);
      assertThat(value(service, client, "syndicate_delivery_attempts_total", good, "delivered"))
          .isEqualTo(8);
      assertThat(value(service, client, "syndicate_delivery_attempt_seconds_count", good))
          .isEqualTo(8);
    }
  }

  /// @return -1 when there is none
  private static double value(
      RunningService service, HttpClient client, String name, Subscription of, String... outcome) {
    return scrape(service, client)
        .lines()
        .filter(it -> it.startsWith(name + "{"))
        .filter(it -> it.contains("subscription=\"" + of.id() + "\""))
        .filter(it -> outcome.length == 0 || it.contains("outcome=\"" + outcome[0] + "\""))
        .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
        .findFirst()
        .orElse(-1);
  }

  private static String scrape(RunningService service, HttpClient client) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + service.port() + "/actuator/prometheus"))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
