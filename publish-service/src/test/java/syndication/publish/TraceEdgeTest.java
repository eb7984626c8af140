package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import syndication.local.test.BrokerAndDatabase;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.subscription.Filter;
import syndication.schema.ArticleEnriched;
import syndication.schema.RevisionKind;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.TraceContext;

/// The last step of a trace, as a collector gets it: under the enrichment, and known to the
/// partner.
class TraceEdgeTest {

  @RegisterExtension static final BrokerAndDatabase backend = new BrokerAndDatabase();

  /// What the collector got, each request in hex, in which ids can be looked for.
  private static final List<String> EXPORTED = new CopyOnWriteArrayList<>();

  private static HttpServer collector;
  private static RunningService service;

  @BeforeAll
  static void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          EXPORTED.add(HexFormat.of().formatHex(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    service =
        RunningService.startOn(
            backend,
            "syndicate.otlp.endpoint=http://127.0.0.1:" + collector.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    service.close();
    collector.stop(0);
  }

  @Test
  void anAttemptStandsUnderTheEnrichmentAndThePartnerGetsItsContext() {
    try (var partner = new LocalPartner()) {
      service.subscribe(
          partner.endpoint(),
          new Filter(Set.of("s-trace"), Set.of(), Set.of(), Set.of(), Set.of()));
      String article = RunningService.articleId();
      ArticleEnriched event = EnrichedEvents.event(article, 1, RevisionKind.NEW, "s-trace").build();

      service.produce(event);
      await("delivered", () -> !partner.received().isEmpty());

      LocalPartner.Received received = partner.received().getFirst();
      TraceContext deliver =
          TraceContext.of(event.getTraceId(), EventIds.attempted(received.id(), 1));
      TraceContext enrich =
          TraceContext.of(
              event.getTraceId(), EventIds.enriched(article, 1, event.getEnrichmentVersion()));
      assertThat(received.headers()).containsEntry("traceparent", deliver.traceparent());
      await("exported", () -> EXPORTED.stream().anyMatch(it -> it.contains(deliver.spanId())));
      assertThat(EXPORTED)
          .filteredOn(it -> it.contains(deliver.spanId()))
          .allSatisfy(it ->
              assertThat(it)
                  .contains(event.getTraceId())
                  .contains(enrich.spanId())
                  .contains(HexFormat.of().formatHex("deliver".getBytes(StandardCharsets.UTF_8))));
    }
  }
}
