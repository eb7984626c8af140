package syndication.ingest.normalise;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.SourcePolicies;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submission.Submission;
import syndication.ingest.submission.SubmissionReader;

/// Turns submissions into revisions: read, decide and record in one transaction, then emit.
///
/// ```
/// submissions ─▶ read ─▶ counted and decided, with the events that are due ─▶ sent ─▶ confirmed
/// ```
///
/// A crash at any arrow is harmless: what was not decided is consumed again, what was decided is
/// not decided again, and events that are due are sent until they are confirmed.
public final class Normaliser {

  /// Submissions of one transaction: enough to pay one commit for many, few enough that nobody
  /// waits long for a lock.
  private static final int TOGETHER_MAX = 100;

  /// Bytes of one transaction's submissions; they are in memory several times over.
  private static final int TOGETHER_BYTES_MAX = 16 * 1024 * 1024;

  private final Ledger ledger;
  private final EventLane events;
  private final SubmissionReader reader;
  private final SourcePolicies policies;
  private final Journal journal;
  private final InstantSource clock;

  /// @param journal is told what became of each submission
  public Normaliser(
      Ledger ledger,
      EventLane events,
      SubmissionReader reader,
      SourcePolicies policies,
      Journal journal,
      InstantSource clock) {
    this.ledger = ledger;
    this.events = events;
    this.reader = reader;
    this.policies = policies;
    this.journal = journal;
    this.clock = clock;
  }

  /// Takes submissions in their order, and returns when all that follows from them is stored and
  /// sent. Taking the same ones again changes nothing.
  ///
  /// @throws OutageException when store or Kafka are down; take them again later
  public void take(List<Submission> submissions) {
    List<Submission> together = new ArrayList<>();
    int bytes = 0;
    for (Submission it : submissions) {
      if (together.size() == TOGETHER_MAX
          || (!together.isEmpty() && bytes + it.body().size() > TOGETHER_BYTES_MAX)) {
        takeTogether(together);
        together.clear();
        bytes = 0;
      }
      together.add(it);
      bytes += it.body().size();
    }
    if (!together.isEmpty()) {
      takeTogether(together);
    }
  }

  private void takeTogether(List<Submission> submissions) {
    List<Prepared> prepared = new ArrayList<>();
    for (Submission it : submissions) {
      prepared.add(prepare(it));
    }
    Set<String> lanes = new LinkedHashSet<>();
    try {
      lanes.addAll(decide(prepared));
    } catch (OutageException e) {
      throw e;
    } catch (RuntimeException oneOfThemIsPoison) {
      prepared.forEach(it -> lanes.addAll(decideAlone(it)));
    }
    send(ledger, events, lanes);
  }

  // Whatever a reader throws is about the bytes it was given: they are kept, and the rest goes on.
  private Prepared prepare(Submission it) {
    SourcePolicy policy = policies.policyOf(it.sourceId());
    if (it.command() != SourceCommand.PUBLISH) {
      return Prepared.command(it, policy);
    }
    try {
      return Prepared.of(it, reader.read(it), policy);
    } catch (OutageException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return failed(it, e);
    }
  }

  private Collection<String> decide(List<Prepared> prepared) {
    Instant now = clock.instant();
    List<Journal.Entry> entries = new ArrayList<>();
    Set<String> lanes = new TreeSet<>();
    ledger.inTransaction(work -> {
      work.begin(Reach.of(prepared));
      work.receive(prepared.stream().map(Prepared::submission).toList(), now);
      for (Prepared it : prepared) {
        var desk = new Desk(work, now);
        desk.decide(it);
        lanes.addAll(desk.lanes());
        entries.addAll(desk.entries());
      }
    });
    entries.forEach(journal::write);
    return lanes;
  }

  // The one place that turns "anything" into a quarantine: a submission that makes the store or a
  // rule fail must not stand in the way of those behind it.
  private Collection<String> decideAlone(Prepared prepared) {
    try {
      return decide(List.of(prepared));
    } catch (OutageException e) {
      throw e;
    } catch (RuntimeException e) {
      return decide(List.of(failed(prepared.submission(), e)));
    }
  }

  private static Prepared failed(Submission it, Throwable e) {
    return new Prepared.Unreadable(
        it,
        new Reading.Unreadable(
            "normaliser.failed", e.getClass().getSimpleName() + ": " + e.getMessage(), null));
  }

  static void send(Ledger ledger, EventLane events, Collection<String> lanes) {
    List<Outgoing> outgoing = lanes.isEmpty() ? List.of() : ledger.unconfirmed(lanes);
    if (!outgoing.isEmpty()) {
      events.publish(outgoing.stream().map(Outgoing::event).toList());
      ledger.confirm(outgoing.stream().map(Outgoing::position).toList());
    }
  }

  /// Where it is written what became of submissions: metrics and log lines.
  @FunctionalInterface
  public interface Journal {

    void write(Entry entry);

    /// @param submission `null` when the clock decided
    record Entry(
        @Nullable Submission submission,
        String sourceId,
        Decided decided,
        Instant receivedAt,
        Instant decidedAt) {}
  }
}
