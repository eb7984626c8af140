package syndication.schema.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import syndication.schema.wire.TraceContext;

/// What a collector gets, by OTLP over HTTP.
class OtlpTracesTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00.000000001Z");

  private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  OtlpTracesTest() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    collector.createContext("/v1/traces", this::take);
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void aStepArrivesAsASpanUnderTheStepBeforeIt() {
    TraceContext accept = TraceContext.of(TRACE, "receipt");
    TraceContext normalise = TraceContext.of(TRACE, "article#1");

    try (Traces traces = traces(1)) {
      traces.tell(() -> step("accept", accept, null, null));
      traces.tell(() -> step("normalise", normalise, accept, "no title"));
    }

    assertThat(spans()).hasSize(2);
    Span first = spans().getFirst();
    Span second = spans().getLast();
    assertThat(first.getName()).isEqualTo("accept");
    assertThat(hex(first.getTraceId())).isEqualTo(TRACE);
    assertThat(hex(first.getSpanId())).isEqualTo(accept.spanId());
    assertThat(hex(first.getParentSpanId())).isEmpty();
    assertThat(first.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
    assertThat(hex(second.getTraceId())).isEqualTo(TRACE);
    assertThat(hex(second.getSpanId())).isEqualTo(normalise.spanId());
    assertThat(hex(second.getParentSpanId())).isEqualTo(accept.spanId());
    assertThat(second.getStatus().getMessage()).isEqualTo("no title");
    assertThat(second.getEndTimeUnixNano() - second.getStartTimeUnixNano()).isEqualTo(5_000_000);
    assertThat(second.getStartTimeUnixNano()).isEqualTo(1_772_359_200_000_000_001L);
    assertThat(second.getAttributesList())
        .anyMatch(it ->
            it.getKey().equals("articleId") && it.getValue().getStringValue().equals("article"));
    assertThat(received.getFirst().getResource().getAttributesList())
        .anyMatch(it ->
            it.getKey().equals("service.name")
                && it.getValue().getStringValue().equals("ingest-service"));
  }

  @Test
  void aShareOfTheTracesIsToldOfWhole() {
    try (Traces traces = traces(0.5)) {
      for (int i = 0; i < 200; i++) {
        TraceContext accept = TraceContext.of("trace " + i, "receipt");
        TraceContext normalise = TraceContext.of("trace " + i, "article#1");
        traces.tell(() -> step("accept", accept, null, null));
        traces.tell(() -> step("normalise", normalise, accept, null));
      }
    }

    Map<String, Long> steps =
        spans().stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    it -> hex(it.getTraceId()), java.util.stream.Collectors.counting()));
    assertThat(steps.values()).containsOnly(2L);
    assertThat(steps).hasSizeBetween(60, 140);
  }

  @Test
  void aCollectorThatIsAwayHoldsNothingUp() {
    collector.stop(0);

    try (Traces traces = traces(1)) {
      for (int i = 0; i < 10_000; i++) {
        TraceContext context = TraceContext.of(TRACE, "receipt " + i);
        traces.tell(() -> step("accept", context, null, null));
      }
    }

    assertThat(received).isEmpty();
  }

  @Test
  void withoutAnEndpointNoStepIsMade() {
    try (Traces traces = Traces.to("ingest-service", " ", 1)) {
      traces.tell(() -> {
        throw new AssertionError("asked for");
      });
    }
  }

  @Test
  void aShareBeyondTheWholeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Traces.to("ingest-service", "http://127.0.0.1:1", 1.5))
        .withMessageContaining("share: 1.5");
  }

  private Traces traces(double share) {
    return Traces.to(
        "ingest-service", "http://127.0.0.1:" + collector.getAddress().getPort() + "/", share);
  }

  private static Step step(
      String name, TraceContext context, @Nullable TraceContext parent, @Nullable String failure) {
    return new Step(
        name,
        Step.Kind.CONSUMER,
        context,
        parent,
        BEGAN,
        Duration.ofMillis(5),
        Map.of("articleId", "article"),
        failure);
  }

  private List<Span> spans() {
    return received.stream()
        .flatMap(it -> it.getScopeSpansList().stream())
        .flatMap(it -> it.getSpansList().stream())
        .toList();
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.addAll(
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList());
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
