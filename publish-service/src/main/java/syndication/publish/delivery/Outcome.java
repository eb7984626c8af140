package syndication.publish.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one attempt came to.
public sealed interface Outcome {

  /// @param status HTTP status, 200 to 299
  record Delivered(int status) implements Outcome {}

  /// Trying again may help.
  ///
  /// @param status HTTP status, or `null` when none came
  /// @param reason in words, for operators
  /// @param answer the beginning of what the partner answered, or `null`
  /// @param retryAfter what the partner asked for, or `null` when it did not ask
  /// @param overload whether the partner, or what stands before it, has too much to do
  record Failed(
      @Nullable Integer status,
      String reason,
      @Nullable String answer,
      @Nullable Duration retryAfter,
      boolean overload)
      implements Outcome {}

  /// 410: the partner wants nothing more at this endpoint.
  record Gone(@Nullable String answer) implements Outcome {}

  /// We did not send, because the endpoint leads to an address we do not connect to.
  record Refused(String reason) implements Outcome {}
}
