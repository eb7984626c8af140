package syndication.schema.wire;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// W3C trace context: one trace id from the source's request to the partner's webhook
/// (<https://www.w3.org/TR/trace-context/>).
///
/// @param traceId 32 lower-case hex digits, not all zero
/// @param spanId 16 lower-case hex digits: the step that wrote it
public record TraceContext(String traceId, String spanId) {

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
  private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ZEROS = Pattern.compile("0+");

  public TraceContext {
    if (!TRACE_ID.matcher(traceId).matches()) {
      throw new IllegalArgumentException("traceId: " + traceId + " (expected: 32 hex digits)");
    }
  }

  /// A trace that begins here.
  public static TraceContext begin(RandomGenerator random) {
    return new TraceContext(hex(random, 16), hex(random, 8));
  }

  /// The next step of a trace.
  public static TraceContext next(String traceId, RandomGenerator random) {
    return new TraceContext(traceId, hex(random, 8));
  }

  /// Reads a `traceparent` header; empty when it is absent or not one.
  public static Optional<TraceContext> parse(@Nullable String traceparent) {
    if (traceparent == null) {
      return Optional.empty();
    }
    Matcher it = TRACEPARENT.matcher(traceparent);
    if (!it.matches()
        || ZEROS.matcher(it.group(1)).matches()
        || ZEROS.matcher(it.group(2)).matches()) {
      return Optional.empty();
    }
    return Optional.of(new TraceContext(it.group(1), it.group(2)));
  }

  /// The value of a `traceparent` header, sampled.
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static String hex(RandomGenerator random, int bytes) {
    byte[] id = new byte[bytes];
    do {
      random.nextBytes(id);
    } while (allZero(id));
    return HexFormat.of().formatHex(id);
  }

  private static boolean allZero(byte[] id) {
    for (byte it : id) {
      if (it != 0) {
        return false;
      }
    }
    return true;
  }
}
