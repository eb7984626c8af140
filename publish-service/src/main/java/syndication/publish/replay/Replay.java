package syndication.publish.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order to send a subscription what it does not have.
///
/// @param until `null` for everything until now
/// @param articleId only this article, or `null`
/// @param examined articles looked at so far
/// @param sent articles that were, or with a dry run would be, handed to delivery
public record Replay(
    String id,
    String subscriptionId,
    Instant since,
    @Nullable Instant until,
    @Nullable String articleId,
    boolean dryRun,
    State state,
    long examined,
    long sent,
    Instant requestedAt) {

  public enum State {
    RUNNING,
    DONE,
    /// The subscription is gone.
    ABANDONED
  }

  Replay progress(State newState, long newExamined, long newSent) {
    return new Replay(
        id,
        subscriptionId,
        since,
        until,
        articleId,
        dryRun,
        newState,
        newExamined,
        newSent,
        requestedAt);
  }
}
