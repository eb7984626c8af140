package syndication.ingest.politeness;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.websub.Offer;

/// All that polling remembers of one feed.
///
/// @param registered the address an operator gave
/// @param address where it is asked now: the registered one, or where it has moved for good
/// @param bodyHash hex SHA-256 of the last document, or `null`
/// @param lastFetchAt `null` before the first
/// @param nextFetchAt when it is to be asked next
/// @param notBefore before when asking would be impolite
/// @param notBeforeWhy in words
/// @param stopped whether it is asked no more (410)
/// @param trouble `null` when the last answer was good
/// @param offer the WebSub hub it names, or `null`
public record PollState(
    URI registered,
    URI address,
    Validators validators,
    @Nullable String bodyHash,
    @Nullable Instant lastFetchAt,
    Instant nextFetchAt,
    Instant notBefore,
    String notBeforeWhy,
    boolean stopped,
    @Nullable Trouble trouble,
    Hints hints,
    Rhythm rhythm,
    @Nullable Offer offer) {

  /// Failures in a row.
  ///
  /// @param count 1 or more
  /// @param words what happened last
  public record Trouble(FailureClass failure, int count, String words) {}

  /// A feed that was never asked, to be asked at once.
  public static PollState begin(URI feed, Instant now) {
    return new PollState(
        feed,
        feed,
        Validators.NONE,
        null,
        null,
        now,
        now,
        "",
        false,
        null,
        Hints.NONE,
        Rhythm.UNKNOWN,
        null);
  }

  /// The same, to be asked at another time: it is not its turn at the origin yet.
  ///
  /// @param movedTo where it turned out to have moved for good, or `null`
  public PollState at(Instant next, @Nullable URI movedTo) {
    URI asked = movedTo == null ? address : movedTo;
    return new PollState(
        registered,
        asked,
        validators,
        bodyHash,
        lastFetchAt,
        next,
        notBefore,
        notBeforeWhy,
        stopped,
        trouble,
        hints,
        rhythm,
        offer);
  }

  /// The same, with arrivals that did not come by polling.
  public PollState arrived(List<Instant> arrivals, Instant now) {
    return new PollState(
        registered,
        address,
        validators,
        bodyHash,
        lastFetchAt,
        nextFetchAt,
        notBefore,
        notBeforeWhy,
        stopped,
        trouble,
        hints,
        rhythm.with(arrivals, now),
        offer);
  }
}
