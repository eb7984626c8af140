package syndication.ingest.ninjs;

import java.util.stream.Collectors;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.Submission;
import syndication.ingest.submission.SubmissionReader;

/// Reads submissions that are ninjs documents.
public final class NinjsSubmissions implements SubmissionReader {

  private final NinjsReader reader;

  public NinjsSubmissions(NinjsReader reader) {
    this.reader = reader;
  }

  @Override
  public Reading read(Submission submission) {
    return switch (reader.read(submission.body().bytes(), submission.address())) {
      case NinjsReading.Read it -> new Reading.Read(it.article());
      case NinjsReading.Faulty it ->
          new Reading.Unreadable(
              "ninjs.field",
              it.problems().stream().map(FieldProblem::toString).collect(Collectors.joining("; ")),
              it.problems().getFirst().field());
    };
  }
}
