package syndication.ingest.submission;

import java.util.Map;
import java.util.TreeMap;

/// Chooses the reader by content type.
public final class ReadersByType implements SubmissionReader {

  private final Map<String, SubmissionReader> readers;

  /// @param readers by media type without parameters, lower case
  public ReadersByType(Map<String, SubmissionReader> readers) {
    this.readers = new TreeMap<>(readers);
  }

  @Override
  public Reading read(Submission submission) {
    SubmissionReader reader = readers.get(submission.mediaType());
    if (reader == null) {
      return new Reading.Unreadable(
          "submission.content-type",
          "content type: %s (expected: one of %s)"
              .formatted(submission.contentType(), readers.keySet()),
          null);
    }
    return reader.read(submission);
  }
}
