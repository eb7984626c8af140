package syndication.ingest.submissionlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.ingest.source.Quarantine;
import syndication.ingest.source.Received;
import syndication.ingest.source.SubmissionLog;
import syndication.ingest.submission.KnownUnreadable;

/// Sends what a poller could not read down the road of all submissions, marked as unreadable: so it
/// is counted once, like everything, and is safe before the poller goes on.
public final class QuarantineByLog implements Quarantine {

  private final SubmissionLog log;

  public QuarantineByLog(SubmissionLog log) {
    this.log = log;
  }

  @Override
  public void keep(Received it, String rule, String reason, @Nullable String position) {
    Map<String, String> attributes = new HashMap<>(it.attributes());
    attributes.put(KnownUnreadable.RULE, rule);
    attributes.put(KnownUnreadable.REASON, reason);
    if (position != null) {
      attributes.put(KnownUnreadable.POSITION, position);
    }
    log.append(
        List.of(
            new Received(
                it.receiptId(),
                it.sourceId(),
                it.road(),
                it.action(),
                KnownUnreadable.MEDIA_TYPE,
                it.body(),
                it.address(),
                it.itemId(),
                it.receivedAt(),
                it.statedAt(),
                it.idempotencyKey(),
                it.note(),
                attributes,
                it.traceId())));
  }
}
