package syndication.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.submission.Channel;

/// Where a revision came from, and how to follow it.
///
/// @param rawSha256 of the bytes received, or `null` when there were none
/// @param clusterId articleId of the canonical member of its near-duplicates, or `null`
public record Provenance(
    String sourceId,
    String sourceName,
    String submissionId,
    String receiptId,
    Channel channel,
    @Nullable String rawSha256,
    String traceId,
    Instant receivedAt,
    @Nullable String clusterId) {

  public Provenance inCluster(@Nullable String cluster) {
    return new Provenance(
        sourceId,
        sourceName,
        submissionId,
        receiptId,
        channel,
        rawSha256,
        traceId,
        receivedAt,
        cluster);
  }
}
