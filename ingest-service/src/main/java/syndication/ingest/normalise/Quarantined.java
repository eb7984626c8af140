package syndication.ingest.normalise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.submission.Submission;

/// A submission that could not be read, with its bytes and why.
///
/// @param quarantineId the receiptId: a submission is quarantined once at most
/// @param position where in the bytes, or `null`
public record Quarantined(
    String quarantineId,
    Submission submission,
    String rule,
    String reason,
    @Nullable String position,
    Instant quarantinedAt) {}
