package syndication.schema.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.schema.wire.TraceContext;

/// A step of an article's way that has ended: one span of its trace.
///
/// @param name the same for all steps of its kind: `accept`, `poll`, `normalise`, `enrich`,
///   `deliver`
/// @param context what the event that the step wrote, or the request that it sent, carries
/// @param parent the step before, or `null` when the trace begins here
/// @param took not negative
/// @param attributes by the words that logs use: `articleId`, `revision`, `partnerId`; no bodies
/// @param failure what it failed of, or `null`
public record Step(
    String name,
    Kind kind,
    TraceContext context,
    @Nullable TraceContext parent,
    Instant began,
    Duration took,
    Map<String, String> attributes,
    @Nullable String failure) {

  /// Where the step stands to the one before.
  public enum Kind {
    /// Answers a request.
    SERVER,
    /// Takes an event from Kafka.
    CONSUMER,
    /// Sends a request.
    CLIENT
  }

  public Step {
    attributes = Map.copyOf(attributes);
    if (took.isNegative()) {
      // Clocks may be set back.
      took = Duration.ZERO;
    }
  }
}
