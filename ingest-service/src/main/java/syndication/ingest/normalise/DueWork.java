package syndication.ingest.normalise;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import syndication.ingest.revision.ArticleState;

/// Does what is due without anybody asking: embargoes end, articles expire, events whose sender
/// died are sent, old records are forgotten. Several instances may run it at once.
public final class DueWork {

  private static final int ARTICLES_TOGETHER_MAX = 50;
  private static final int LANES_TOGETHER_MAX = 200;
  private static final int FORGOTTEN_TOGETHER_MAX = 1000;

  /// A sender that lives confirms within this time; its slowest part is a producer's timeout.
  private static final Duration SENDER_DEAD_AFTER = Duration.ofSeconds(15);

  /// How long each submission's outcome is kept one by one; longer than `articles.submitted` keeps
  /// submissions (30 days), so that one consumed again is known. The counts stay.
  public static final Duration OUTCOMES_KEPT = Duration.ofDays(35);

  private final Ledger ledger;
  private final EventLane events;
  private final Normaliser.Journal journal;
  private final InstantSource clock;

  public DueWork(Ledger ledger, EventLane events, Normaliser.Journal journal, InstantSource clock) {
    this.ledger = ledger;
    this.events = events;
    this.journal = journal;
    this.clock = clock;
  }

  /// Does what is due now, in portions.
  ///
  /// @return whether there may be more
  /// @throws OutageException when store or Kafka are down; do it again later
  public boolean runOnce() {
    Instant now = clock.instant();
    Set<String> lanes = new LinkedHashSet<>();
    List<Normaliser.Journal.Entry> entries = new ArrayList<>();
    ledger.inTransaction(work -> {
      for (ArticleState it : work.due(now, ARTICLES_TOGETHER_MAX)) {
        var desk = new Desk(work, now);
        if (desk.due(it)) {
          lanes.addAll(desk.lanes());
          entries.addAll(desk.entries());
        }
      }
    });
    entries.forEach(journal::write);
    boolean more = lanes.size() == ARTICLES_TOGETHER_MAX;
    lanes.addAll(ledger.lanesWaitingSince(now.minus(SENDER_DEAD_AFTER), LANES_TOGETHER_MAX));
    Normaliser.send(ledger, events, lanes);
    return more;
  }

  /// Forgets what is past its time.
  public void forget() {
    Instant before = clock.instant().minus(OUTCOMES_KEPT);
    ledger.inTransaction(work -> work.forgetBefore(before, FORGOTTEN_TOGETHER_MAX));
  }
}
