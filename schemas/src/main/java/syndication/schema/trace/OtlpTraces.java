package syndication.schema.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import syndication.schema.wire.TraceContext;

/// Tells an OTLP collector, by OpenTelemetry's SDK, in batches and in the background. What does not
/// fit the queue while the collector is away is dropped: traces are for looking, not for keeping.
final class OtlpTraces implements Traces {

  /// A second or two of a busy service, about 4 MB.
  private static final int QUEUED_MAX = 4_096;

  private static final int BATCH_MAX = 512;
  private static final Duration SEND_EVERY = Duration.ofSeconds(1);
  private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  OtlpTraces(String service, SpanExporter exporter, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share + " (expected: 0 to 1)");
    }
    this.provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(Attributes.builder().put("service.name", service).build())))
            .setIdGenerator(new GivenIds())
            .setSampler(Sampler.traceIdRatioBased(share))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setMaxQueueSize(QUEUED_MAX)
                    .setMaxExportBatchSize(BATCH_MAX)
                    .setScheduleDelay(SEND_EVERY)
                    .setExporterTimeout(SEND_WITHIN)
                    .build())
            .build();
    this.tracer = provider.get("syndication");
  }

  static SpanExporter exporter(URI endpoint) {
    String base = endpoint.toString().replaceAll("/+$", "");
    return OtlpHttpSpanExporter.builder()
        .setEndpoint(base + "/v1/traces")
        .setTimeout(SEND_WITHIN)
        .build();
  }

  @Override
  public void tell(Supplier<Step> step) {
    Step it = step.get();
    SpanBuilder builder =
        tracer
            .spanBuilder(it.name())
            .setSpanKind(kind(it.kind()))
            .setParent(parent(it.parent()))
            .setStartTimestamp(it.began());
    it.attributes().forEach(builder::setAttribute);
    Span span = ScopedValue.where(GivenIds.NEXT, it.context()).call(builder::startSpan);
    if (it.failure() != null) {
      span.setStatus(StatusCode.ERROR, it.failure());
    }
    Instant ended = it.began().plus(it.took());
    span.end(
        TimeUnit.SECONDS.toNanos(ended.getEpochSecond()) + ended.getNano(), TimeUnit.NANOSECONDS);
  }

  /// Sends what is there.
  @Override
  public void close() {
    var _ = provider.shutdown().join(SEND_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Context parent(@Nullable TraceContext it) {
    return it == null
        ? Context.root()
        : Context.root()
            .with(
                Span.wrap(
                    SpanContext.createFromRemoteParent(
                        it.traceId(),
                        it.spanId(),
                        TraceFlags.getSampled(),
                        TraceState.getDefault())));
  }

  private static SpanKind kind(Step.Kind it) {
    return switch (it) {
      case SERVER -> SpanKind.SERVER;
      case CONSUMER -> SpanKind.CONSUMER;
      case CLIENT -> SpanKind.CLIENT;
    };
  }

  /// The ids that a step's event carries already, in place of new ones.
  private static final class GivenIds implements IdGenerator {

    static final ScopedValue<TraceContext> NEXT = ScopedValue.newInstance();

    @Override
    public String generateSpanId() {
      return NEXT.get().spanId();
    }

    @Override
    public String generateTraceId() {
      return NEXT.get().traceId();
    }
  }
}
