package syndication.ingest.normalise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.identity.Candidate;
import syndication.ingest.identity.IdentityPolicy;
import syndication.ingest.identity.IdentityResolver;
import syndication.ingest.identity.KnownArticle;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Provenance;
import syndication.ingest.revision.WithdrawalPolicy;
import syndication.ingest.submission.Submission;

/// Decides what a source's command does to an article: withhold, release, kill, take down, restore.
final class CommandDesk {

  private final Ledger.Work work;
  private final Instant now;
  private final Register register;

  CommandDesk(Ledger.Work work, Instant now, Register register) {
    this.work = work;
    this.now = now;
    this.register = register;
  }

  void decide(Prepared.Command it) {
    Submission submission = it.submission();
    String named = submission.attributes().get(Submission.ARTICLE);
    Optional<ArticleState> found =
        named != null ? work.article(named) : newest(it).flatMap(a -> work.article(a.articleId()));
    Provenance provenance = Prepared.provenance(submission, it.policy());
    if (found.isEmpty()) {
      unknown(it, provenance);
      return;
    }
    ArticleState state = found.get();
    if (!state.sourceId().equals(submission.sourceId())) {
      refuse(
          submission,
          state.articleId(),
          "withdrawal.not-owner",
          "the article is of source " + state.sourceId());
      return;
    }
    register.enter(
        WithdrawalPolicy.command(state, submission.command(), submission.note(), provenance, now),
        submission,
        null,
        List.of("named by the withdrawal"));
  }

  private Optional<KnownArticle> newest(Prepared.Command it) {
    List<KnownArticle> known = it.keys().isEmpty() ? List.of() : work.known(it.keys());
    List<KnownArticle> own =
        known.stream().filter(a -> a.sourceId().equals(it.submission().sourceId())).toList();
    return (own.isEmpty() ? known : own).stream().findFirst();
  }

  /// A withdrawal of what never came: remembered, so that the article stays down when it comes
  /// late.
  private void unknown(Prepared.Command it, Provenance provenance) {
    Submission submission = it.submission();
    boolean withdraws =
        switch (submission.command()) {
          case WITHHOLD, KILL, TAKEDOWN -> true;
          case PUBLISH, RELEASE, RESTORE -> false;
        };
    if (!withdraws || it.keys().isEmpty()) {
      refuse(
          submission,
          null,
          "withdrawal.unknown-article",
          "no article is known by this name (expected: the itemId, address or articleId of one)");
      return;
    }
    Candidate nameless =
        new Candidate(
            submission.sourceId(), null, List.of(), "", "", null, true, null, false, it.keys());
    String articleId =
        IdentityResolver.resolve(
                nameless,
                List.of(),
                IdentityPolicy.STATED,
                now,
                work::exists,
                submission.receiptId())
            .articleId();
    ArticleState state = ArticleState.begin(articleId, false, submission.receivedAt(), provenance);
    register.enter(
        WithdrawalPolicy.command(state, submission.command(), submission.note(), provenance, now),
        submission,
        Sighting.unseen(now),
        List.of("new: withdrawn before it came"));
    work.addKeys(articleId, it.keys(), now);
  }

  private void refuse(
      Submission submission, @Nullable String articleId, String rule, String reason) {
    register.close(
        submission,
        new Decided(
            submission.receiptId(),
            Outcome.REJECTED,
            articleId,
            null,
            rule,
            reason,
            null,
            List.of()));
  }
}
