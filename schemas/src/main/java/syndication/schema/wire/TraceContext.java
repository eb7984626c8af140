package syndication.schema.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  /// The step that wrote an event. Its span id follows from the two, so that whoever knows an event
  /// knows the step it came from, days later and after a restart as well; and an event that is
  /// written twice has one step.
  ///
  /// @param traceId as it came; one that is none of W3C's keeps no article from going out, but is
  ///   replaced by one that follows from it
  /// @param eventId the event's `ce_id`
  public static TraceContext of(String traceId, String eventId) {
    String trace = valid(traceId) ? traceId : hex(sha256(traceId), 16);
    return new TraceContext(trace, hex(sha256(trace + " " + eventId), 8));
  }

  /// Reads a `traceparent` header; empty when it is absent or not one.
  public static Optional<TraceContext> parse(@Nullable String traceparent) {
    if (traceparent == null) {
      return Optional.empty();
    }
    Matcher it = TRACEPARENT.matcher(traceparent);
    if (!it.matches() || !valid(it.group(1)) || ZEROS.matcher(it.group(2)).matches()) {
      return Optional.empty();
    }
    return Optional.of(new TraceContext(it.group(1), it.group(2)));
  }

  /// The value of a `traceparent` header, sampled.
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static boolean valid(String traceId) {
    return TRACE_ID.matcher(traceId).matches() && !ZEROS.matcher(traceId).matches();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static String hex(byte[] digest, int bytes) {
    return HexFormat.of().formatHex(digest, 0, bytes);
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
