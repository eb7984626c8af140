package syndication.ingest.http;

import syndication.ingest.source.Received;

/// The answer to what was taken.
///
/// @param receiptId by which its fate can be asked for
record Accepted(String submissionId, String receiptId, String traceId, String status) {

  private static final String ACCEPTED = "accepted";

  static Accepted of(Received it) {
    return new Accepted(it.submissionId(), it.receiptId(), it.traceId(), ACCEPTED);
  }
}
