package syndication.ingest.source;

import java.util.List;

/// Where what sources gave us is written down.
@FunctionalInterface
public interface SubmissionLog {

  /// Returns only when all of it is safe; of a failed call some may be.
  ///
  /// @throws SubmissionLogUnavailableException when not all of it could be written in time
  void append(List<Received> submissions);
}
