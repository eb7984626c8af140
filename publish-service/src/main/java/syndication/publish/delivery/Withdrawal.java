package syndication.publish.delivery;

import java.time.Instant;

/// A source, or we, took an article back.
///
/// @param kind WITHHOLD, KILL, TAKEDOWN or EXPIRE
/// @param data the ninjs document that says so, UTF-8
public record Withdrawal(
    String articleId,
    long revision,
    String kind,
    Instant occurredAt,
    byte[] data,
    String traceId) {}
