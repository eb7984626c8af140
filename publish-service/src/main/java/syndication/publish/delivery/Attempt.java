package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;

/// One try of a delivery.
///
/// @param number 1-based
public record Attempt(int number, Instant at, Duration took, Outcome outcome) {}
