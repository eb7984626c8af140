package syndication.ingest.normalise;

import syndication.ingest.submission.Submission;

/// Hands a submission in again.
@FunctionalInterface
public interface Resubmission {

  /// @throws OutageException when it was not taken
  void submit(Submission submission);
}
