package syndication.ingest.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a hub answered to a request to push, or to stop pushing.
public sealed interface HubAnswer {

  /// It will ask us back.
  record Accepted() implements HubAnswer {}

  /// It will not.
  ///
  /// @param words why, as far as it says
  record Refused(String words) implements HubAnswer {}

  /// There is no hub any more.
  record Gone(String words) implements HubAnswer {}

  /// Not now.
  ///
  /// @param notBefore what its `Retry-After` says, or `null`
  record Later(String words, @Nullable Instant notBefore) implements HubAnswer {}

  /// @param said the start of its answer, for people
  /// @param retryAfter `null` when it does not say
  static HubAnswer ofStatus(int status, String said, @Nullable Instant retryAfter) {
    String words = said.isBlank() ? "" : ": " + said;
    if (status >= 200 && status < 300) {
      return new Accepted();
    }
    return switch (status) {
      case 404, 410 -> new Gone("there is no hub at this address any more (%d)".formatted(status));
      case 408 -> new Later("the hub was too slow for itself (408)", retryAfter);
      case 429 -> new Later("the hub asks us to come less often (429)", retryAfter);
      case 401, 402, 403, 407, 451 ->
          new Refused("the hub does not serve us (%d)%s".formatted(status, words));
      default ->
          status >= 500
              ? new Later("the hub is in trouble itself (%d)".formatted(status), retryAfter)
              : new Refused("the hub refused the request (%d)%s".formatted(status, words));
    };
  }
}
