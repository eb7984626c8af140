package syndication.ingest.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a hub has earned that we ask the feed itself less often. It is earned by signed pushes,
/// and lost when polling finds what the hub did not push.
///
/// @param pushes signed ones in a row since it last missed something
/// @param misses how often it lost our trust
/// @param suspectSince since when polling is ahead of it, or `null`
/// @param lastPushAt the last signed one, or `null`
/// @param lastHintAt the last one that proved nothing, or `null`
/// @param hintWhy why that proved nothing, or `null`
public record Trust(
    int pushes,
    int misses,
    @Nullable Instant suspectSince,
    @Nullable Instant lastPushAt,
    @Nullable Instant lastHintAt,
    @Nullable String hintWhy) {

  static final Trust NONE = new Trust(0, 0, null, null, null, null);

  /// A hub may be that much slower than our poll before it counts as silent.
  static final Duration GRACE = Duration.ofMinutes(15);

  /// One push shows that a new hub works.
  private static final int PUSHES_AT_FIRST = 1;

  /// One that has failed before works again when it has pushed for a while.
  private static final int PUSHES_AFTER_A_MISS = 3;

  boolean earned() {
    return pushes >= (misses == 0 ? PUSHES_AT_FIRST : PUSHES_AFTER_A_MISS);
  }

  Trust pushed(Instant now) {
    return new Trust(pushes + 1, misses, null, now, lastHintAt, hintWhy);
  }

  Trust hinted(String why, Instant now) {
    return new Trust(pushes, misses, suspectSince, lastPushAt, now, why);
  }

  /// Polling found something first. The second time in a row, or when the grace is over, it is a
  /// miss.
  Trust behind(Instant now) {
    Instant since = suspectSince;
    return since == null ? new Trust(pushes, misses, now, lastPushAt, lastHintAt, hintWhy) : lost();
  }

  /// What time alone changes.
  Trust settled(Instant now) {
    Instant since = suspectSince;
    return since != null && !since.plus(GRACE).isAfter(now) ? lost() : this;
  }

  private Trust lost() {
    return new Trust(0, misses + 1, null, lastPushAt, lastHintAt, hintWhy);
  }
}
