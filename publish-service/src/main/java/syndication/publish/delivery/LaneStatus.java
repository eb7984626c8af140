package syndication.publish.delivery;

/// How a lane is doing.
///
/// @param breaker CLOSED, OPEN or HALF_OPEN
/// @param queued deliveries that wait in memory
/// @param behind whether anything due is parked
public record LaneStatus(
    String subscriptionId,
    String partnerId,
    String breaker,
    int queued,
    int inFlight,
    int inFlightLimit,
    boolean behind) {}
