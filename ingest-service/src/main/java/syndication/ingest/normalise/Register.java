package syndication.ingest.normalise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Decision;
import syndication.ingest.revision.Decision.Result;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.Submission;

/// Enters all that follows from decisions about submissions and due times.
final class Register {

  private final Ledger.Work work;
  private final Instant now;
  private final Set<String> lanes = new LinkedHashSet<>();
  private final List<Normaliser.Journal.Entry> entries = new ArrayList<>();

  Register(Ledger.Work work, Instant now) {
    this.work = work;
    this.now = now;
  }

  /// The lanes that have something to send.
  Set<String> lanes() {
    return lanes;
  }

  List<Normaliser.Journal.Entry> entries() {
    return entries;
  }

  /// A submission was consumed again: decided before, but perhaps not sent.
  void again(String receiptId) {
    lanes.add(receiptId);
    work.articleOf(receiptId).ifPresent(lanes::add);
  }

  /// @param submission `null` when the clock asked
  void enter(
      Decision decision,
      @Nullable Submission submission,
      @Nullable Sighting sighting,
      List<String> why) {
    ArticleState state = decision.after();
    work.save(state, sighting);
    switch (decision.result()) {
      case Result.Revised it -> {
        revise(it, state, why);
        decided(
            submission,
            state,
            Outcome.PUBLISHED,
            it.revision().number(),
            "revision." + it.revision().kind().name().toLowerCase(Locale.ROOT),
            "published as revision " + it.revision().number(),
            why);
      }
      case Result.Unchanged it ->
          decided(submission, state, Outcome.UNCHANGED, null, it.rule(), it.reason(), why);
      case Result.Kept it ->
          decided(submission, state, Outcome.HELD, null, it.rule(), it.reason(), why);
      case Result.Refused it ->
          decided(submission, state, Outcome.REJECTED, null, it.rule(), it.reason(), why);
    }
    if (submission != null
        && submission.command() == SourceCommand.TAKEDOWN
        && state.standing() == Standing.TAKEN_DOWN) {
      erase(state, submission);
    }
    decision.settled().forEach(it -> settle(it, state));
  }

  private void revise(Result.Revised result, ArticleState state, List<String> why) {
    Revision revision = result.revision();
    work.addRevision(revision, result.diff(), why);
    if (revision.kind().withdraws()) {
      work.removeSketch(revision.articleId());
      announce(new Notice.OfWithdrawal(revision.articleId(), revision.number()));
    } else {
      sign(revision, state);
    }
    announce(new Notice.OfRevision(revision.articleId(), revision.number()));
  }

  private void sign(Revision revision, ArticleState state) {
    ParsedArticle article = revision.article();
    Signature signature = article == null ? null : Signature.of(article.body().text());
    if (signature != null) {
      String cluster = revision.provenance().clusterId();
      work.addSketch(
          state.articleId(),
          state.sourceId(),
          cluster == null ? state.articleId() : cluster,
          signature.sketch(),
          now);
    }
  }

  private void erase(ArticleState state, Submission submission) {
    Set<String> submissionIds = new LinkedHashSet<>(work.submissionsOf(state.articleId()));
    submissionIds.add(submission.submissionId());
    work.erase(state.articleId(), submissionIds);
    for (long number = 1; number < state.revision(); number++) {
      announce(new Notice.OfErasedRevision(state.articleId(), number));
    }
    for (String it : submissionIds) {
      announce(new Notice.OfErasedSubmission(state.articleId(), it));
    }
  }

  private void settle(Decision.Settled it, ArticleState state) {
    Outcome outcome =
        it.revision().isPresent()
            ? Outcome.PUBLISHED
            : it.cancelled() ? Outcome.REJECTED : Outcome.UNCHANGED;
    Decided decided =
        new Decided(
            it.receiptId(),
            outcome,
            state.articleId(),
            it.revision().orElse(null),
            it.rule(),
            it.reason(),
            null,
            List.of());
    work.decide(decided, now);
    entries.add(
        new Normaliser.Journal.Entry(
            null, state.sourceId(), decided, state.last().receivedAt(), now));
  }

  private void decided(
      @Nullable Submission submission,
      ArticleState state,
      Outcome outcome,
      @Nullable Long revision,
      String rule,
      String reason,
      List<String> why) {
    if (submission != null) {
      close(
          submission,
          new Decided(
              submission.receiptId(),
              outcome,
              state.articleId(),
              revision,
              rule,
              reason,
              null,
              why));
    }
  }

  void close(Submission submission, Decided decided) {
    work.decide(decided, now);
    entries.add(
        new Normaliser.Journal.Entry(
            submission, submission.sourceId(), decided, submission.receivedAt(), now));
  }

  void announce(Notice notice) {
    work.notify(notice, now);
    lanes.add(notice.lane());
  }
}
