package syndication.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void readsWhatItWrites() {
    TraceContext begun = TraceContext.begin(new SplittableRandom(1));

    assertThat(TraceContext.parse(begun.traceparent())).contains(begun);
  }

  @Test
  void aStepStaysInItsTraceAndFollowsFromItsEvent() {
    TraceContext step = TraceContext.of(TRACE, "article#1");

    assertThat(step.traceId()).isEqualTo(TRACE);
    assertThat(TraceContext.parse(step.traceparent())).contains(step);
    assertThat(TraceContext.of(TRACE, "article#1")).isEqualTo(step);
    assertThat(TraceContext.of(TRACE, "article#2").spanId()).isNotEqualTo(step.spanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "00000000000000000000000000000000"})
  void aTraceIdThatIsNoneIsReplacedByOneThatFollowsFromIt(String traceId) {
    TraceContext step = TraceContext.of(traceId, "article#1");

    assertThat(TraceContext.parse(step.traceparent())).contains(step);
    assertThat(TraceContext.of(traceId, "article#2").traceId()).isEqualTo(step.traceId());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void whatIsNoTraceBeginsNone(@Nullable String header) {
    assertThat(TraceContext.parse(header)).isEmpty();
  }
}
