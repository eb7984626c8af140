package syndication.ingest.admin;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.normalise.Records;

/// What became of a submission, for its source. A receipt is a random number that only its source
/// was told.
@RestController
public class SubmissionController {

  private final Records records;

  SubmissionController(Records records) {
    this.records = records;
  }

  @GetMapping("/api/submissions/{receiptId}")
  Records.SubmissionRecord submission(@PathVariable String receiptId) {
    return records
        .submission(receiptId)
        .orElseThrow(() ->
            Problems.of(
                HttpStatus.NOT_FOUND,
                "no submission with receipt "
                    + receiptId
                    + " has come this far; if it was accepted a moment ago, ask again"));
  }
}
