package syndication.schema.wire;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The steps of an article's way as OpenTelemetry spans, tied together by the `traceparent` that
/// travels with it. Where no exporter is set up the trace goes on all the same, unrecorded. Safe
/// for use by several threads.
public final class Spans {

  private final Tracer tracer;
  private final RandomGenerator random;

  /// @param service the instrumentation's name, such as `syndication.enrich`
  /// @param random for span ids where OpenTelemetry makes none
  public Spans(OpenTelemetry telemetry, String service, RandomGenerator random) {
    this.tracer = telemetry.getTracer(service);
    this.random = random;
  }

  /// A step that has been taken.
  ///
  /// @param name what was done, such as `enrich`
  /// @param kind whether it took from a queue, put into one, or called somebody
  /// @param failure why it failed, or `null`
  public record Step(
      String name,
      SpanKind kind,
      Instant began,
      Instant ended,
      Map<String, String> attributes,
      @Nullable String failure) {
    public Step {
      attributes = Map.copyOf(attributes);
    }
  }

  /// Records a step as the child of what led to it.
  ///
  /// @return what the next step's `traceparent` has to say
  public TraceContext record(TraceContext parent, Step step) {
    SpanBuilder builder =
        tracer
            .spanBuilder(step.name())
            .setParent(Context.root().with(Span.wrap(remote(parent))))
            .setSpanKind(step.kind())
            .setStartTimestamp(step.began());
    step.attributes().forEach(builder::setAttribute);
    Span span = builder.startSpan();
    if (step.failure() != null) {
      span.setStatus(StatusCode.ERROR, step.failure());
    }
    span.end(step.ended());
    SpanContext made = span.getSpanContext();
    return span.isRecording() || !made.getSpanId().equals(parent.spanId())
        ? new TraceContext(made.getTraceId(), made.getSpanId())
        : TraceContext.next(parent.traceId(), random);
  }

  private static SpanContext remote(TraceContext parent) {
    return SpanContext.createFromRemoteParent(
        parent.traceId(), parent.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
  }
}
