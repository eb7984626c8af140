package syndication.ingest.submission;

/// Reads the bytes of one kind of submission.
@FunctionalInterface
public interface SubmissionReader {

  Reading read(Submission submission);
}
