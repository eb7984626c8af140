package syndication.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpansTest {

  private static final Instant BEGAN = Instant.parse("2026-11-24T08:00:00Z");
  private static final TraceContext SOURCE = TraceContext.begin(new SplittableRandom(1));
  private static final Spans.Step ENRICH =
      new Spans.Step(
          "enrich",
          SpanKind.CONSUMER,
          BEGAN,
          BEGAN.plusMillis(3),
          Map.of("articleId", "urn:uuid:1"),
          null);
  private static final Spans.Step DELIVER =
      new Spans.Step("deliver", SpanKind.CLIENT, BEGAN, BEGAN.plusMillis(9), Map.of(), "HTTP 503");

  @Test
  void stepsOfDifferentServicesAreOneTrace() {
    var exporter = InMemorySpanExporter.create();
    try (var sdk = sdk(exporter)) {
      TraceContext enriched = spans(sdk, "enrich").record(SOURCE, ENRICH);
      spans(sdk, "publish").record(enriched, DELIVER);

      List<SpanData> spans = exporter.getFinishedSpanItems();
      assertThat(spans).extracting(SpanData::getTraceId).containsOnly(SOURCE.traceId());
      assertThat(spans.getLast().getParentSpanId()).isEqualTo(spans.getFirst().getSpanId());
      assertThat(spans.getLast().getStatus().getDescription()).isEqualTo("HTTP 503");
    }
  }

  @Test
  void withoutAnExporterTheTraceGoesOn() {
    TraceContext next = spans(OpenTelemetry.noop(), "enrich").record(SOURCE, ENRICH);

    assertThat(next.traceId()).isEqualTo(SOURCE.traceId());
    assertThat(next.spanId()).isNotEqualTo(SOURCE.spanId());
  }

  private static OpenTelemetrySdk sdk(InMemorySpanExporter exporter) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build())
        .build();
  }

  private static Spans spans(OpenTelemetry telemetry, String service) {
    return new Spans(telemetry, service, new SplittableRandom(2));
  }
}
