package syndication.ingest.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.normalise.OutageException;
import syndication.ingest.normalise.Quarantined;
import syndication.ingest.normalise.Records;
import syndication.ingest.normalise.Resubmission;
import syndication.ingest.submission.Submission;

/// The quarantine, for operators: look at what could not be read, and hand it in again once the
/// reason is gone.
@RestController
@RequestMapping("/api/admin/quarantine")
public class QuarantineController {

  private static final int PAGE = 50;
  private static final int RECEIPT_BYTES = 16;

  private final Records records;
  private final Resubmission resubmission;
  private final RandomGenerator random;
  private final InstantSource clock;

  QuarantineController(
      Records records, Resubmission resubmission, RandomGenerator random, InstantSource clock) {
    this.records = records;
    this.resubmission = resubmission;
    this.random = random;
    this.clock = clock;
  }

  @GetMapping
  Page<Records.QuarantineRecord> list(
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String cursor) {
    List<Records.QuarantineRecord> items =
        records.quarantine(named(source), named(rule), named(cursor), PAGE);
    return new Page<>(items, items.size() < PAGE ? null : items.getLast().quarantineId());
  }

  @GetMapping("/{id}")
  Detail show(@PathVariable String id) {
    return Detail.of(find(id));
  }

  /// A retry is a submission of its own, with its own receipt and place in the accounts.
  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, String> retry(@PathVariable String id) {
    Submission it = find(id).submission();
    if (it.body().size() == 0) {
      throw Problems.of(
          HttpStatus.CONFLICT, "quarantine " + id + ": its bytes were erased by a takedown");
    }
    byte[] receipt = new byte[RECEIPT_BYTES];
    random.nextBytes(receipt);
    Instant now = clock.instant();
    var again =
        new Submission(
            it.submissionId(),
            HexFormat.of().formatHex(receipt),
            it.sourceId(),
            it.channel(),
            it.command(),
            it.contentType(),
            it.body(),
            it.address(),
            it.itemId(),
            now,
            it.statedAt(),
            it.note(),
            it.attributes(),
            it.traceId());
    try {
      resubmission.submit(again);
    } catch (OutageException e) {
      throw Problems.of(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again later");
    }
    records.retried(id, now);
    return Map.of(
        "receiptId", again.receiptId(),
        "submissionId", again.submissionId(),
        "traceId", again.traceId(),
        "status", "accepted");
  }

  // An empty parameter names nothing.
  private static @Nullable String named(@Nullable String parameter) {
    return parameter == null || parameter.isBlank() ? null : parameter;
  }

  private Quarantined find(String id) {
    return records
        .quarantined(id)
        .orElseThrow(
            () -> Problems.of(HttpStatus.NOT_FOUND, "nothing in quarantine has the id " + id));
  }

  /// @param body base64
  record Detail(
      String quarantineId,
      String submissionId,
      String sourceId,
      String channel,
      String contentType,
      @Nullable String address,
      @Nullable String itemId,
      String rule,
      String reason,
      @Nullable String position,
      Instant receivedAt,
      Instant quarantinedAt,
      String traceId,
      String body) {

    static Detail of(Quarantined it) {
      Submission submission = it.submission();
      return new Detail(
          it.quarantineId(),
          submission.submissionId(),
          submission.sourceId(),
          submission.channel().name(),
          submission.contentType(),
          submission.address() == null ? null : submission.address().toString(),
          submission.itemId(),
          it.rule(),
          it.reason(),
          it.position(),
          submission.receivedAt(),
          it.quarantinedAt(),
          submission.traceId(),
          Base64.getEncoder().encodeToString(submission.body().bytes()));
    }
  }
}
