package syndication.ingest.source;

import java.time.Duration;
import java.time.Instant;

/// What was answered to requests that carried an Idempotency-Key
/// (draft-ietf-httpapi-idempotency-key-header).
public interface IdempotentAnswers {

  /// As long as any client should go on trying.
  Duration KEPT = Duration.ofHours(24);

  /// What a key stands for.
  sealed interface Claim {
    /// Nobody used it: go on, and then [#finish] or [#release].
    record Fresh() implements Claim {}

    record Answered(int status, String answer) implements Claim {}

    /// The same request is being worked on.
    record InProgress() implements Claim {}

    /// It was used with other content.
    record OtherContent() implements Claim {}
  }

  Claim claim(SourceId source, String key, byte[] bodyHash, Instant now);

  void finish(SourceId source, String key, int status, String answer);

  /// The request came to nothing, so the key may be used again.
  void release(SourceId source, String key);
}
