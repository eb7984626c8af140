package syndication.publish.delivery;

/// How many deliveries to one partner run side by side: one more after a window of successes that
/// used the limit, half after a sign of overload (additive increase, multiplicative decrease). Not
/// safe for use by several threads.
final class AdaptiveLimit {

  private final int max;
  private double limit;
  private int sinceDecrease;

  /// @param start limit to begin with, 1 to `max`
  AdaptiveLimit(int start, int max) {
    if (start < 1 || start > max) {
      throw new IllegalArgumentException("start: %d (expected: 1 to %d)".formatted(start, max));
    }
    this.limit = start;
    this.max = max;
    this.sinceDecrease = start;
  }

  int current() {
    return (int) limit;
  }

  /// @param inFlight how many ran when this one succeeded
  void succeeded(int inFlight) {
    sinceDecrease++;
    if (inFlight >= current()) {
      limit = Math.min(max, limit + 1 / limit);
    }
  }

  /// Halves, at most once for the deliveries that ran at the time.
  void overloaded() {
    if (sinceDecrease >= current()) {
      limit = Math.max(1, limit / 2);
      sinceDecrease = 0;
    } else {
      sinceDecrease++;
    }
  }
}
