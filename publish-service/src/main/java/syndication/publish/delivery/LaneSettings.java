package syndication.publish.delivery;

import java.time.Duration;

/// Bounds of a lane.
///
/// @param windowMax deliveries that may wait in memory; what is more is parked. As many as a quick
///   partner takes well within the budget
/// @param inFlightStart exchanges side by side to begin with
/// @param inFlightMax exchanges side by side at most
/// @param withdrawalsInFlightMax exchanges kept free for withdrawals
/// @param budget how long an article waits for its deliveries before the rest is parked: below a
///   second, because so much comes twice after a crash
/// @param lease how long a delivery that is on its way is not taken up by anybody else
/// @param retries when to try again
public record LaneSettings(
    int windowMax,
    int inFlightStart,
    int inFlightMax,
    int withdrawalsInFlightMax,
    Duration budget,
    Duration lease,
    RetryPolicy retries) {

  public static final LaneSettings DEFAULT =
      new LaneSettings(
          256, 16, 64, 8, Duration.ofMillis(800), Duration.ofSeconds(30), RetryPolicy.STANDARD);
}
