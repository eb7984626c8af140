package syndication.ingest.websub;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.websub.SubscriptionPolicy.Question;

/// What hubs say to us.
public interface Callbacks {

  /// What to repeat to a hub that asks whether we want this; empty when we do not.
  Optional<String> verify(String token, Question question);

  /// Whether somebody may push at this path, asked before its bytes are read.
  boolean expects(String token);

  Taken take(Push push);

  /// A push that is too large to be taken is a hint that there is something.
  Taken tooLarge(String token);

  /// @param signature `X-Hub-Signature`, or `null`
  @SuppressWarnings("ArrayRecordComponent")
  record Push(
      String token, byte[] body, @Nullable String contentType, @Nullable String signature) {}

  /// What became of a push.
  enum Taken {
    /// Its entries are safe.
    ENTRIES,
    /// It proved nothing; the feed itself is asked as soon as that is polite.
    HINT,
    /// There is no such subscription.
    UNKNOWN
  }
}
