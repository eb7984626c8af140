package syndication.ingest.normalise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.identity.Candidate;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.identity.IdentityPolicy;
import syndication.ingest.identity.IdentityResolver;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.identity.KnownArticle;
import syndication.ingest.identity.Resolution;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Decision;
import syndication.ingest.revision.Decision.Result;
import syndication.ingest.revision.Proposal;
import syndication.ingest.revision.Provenance;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.RevisionPolicy;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submission.Submission;

/// Decides one submission, or one article's due time, and enters all that follows.
final class Desk {

  /// Articles compared for near-duplicates; those that share most keys come first.
  private static final int SIMILAR_MAX = 50;

  private final Ledger.Work work;
  private final Instant now;
  private final Set<String> lanes = new LinkedHashSet<>();
  private final List<Normaliser.Journal.Entry> entries = new ArrayList<>();

  Desk(Ledger.Work work, Instant now) {
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

  void decide(Prepared prepared) {
    Submission submission = prepared.submission();
    if (work.outcomeOf(submission.receiptId()) != Outcome.ACCEPTED) {
      // Consumed again: decided before, but perhaps not sent.
      lanes.add(submission.receiptId());
      work.articleOf(submission.receiptId()).ifPresent(lanes::add);
      return;
    }
    switch (prepared) {
      case Prepared.Unreadable it -> quarantine(it);
      case Prepared.Command it -> command(it);
      case Prepared.Article it -> publish(it);
    }
  }

  /// Does what an article's due time asks for.
  ///
  /// @return whether there was anything to do
  boolean due(ArticleState state) {
    Optional<Decision> decision = RevisionPolicy.due(state, now);
    decision.ifPresent(it -> enter(it, null, null, List.of("the clock: its time has come")));
    return decision.isPresent();
  }

  private void quarantine(Prepared.Unreadable it) {
    Submission submission = it.submission();
    var quarantined =
        new Quarantined(
            submission.receiptId(),
            submission,
            it.reading().rule(),
            it.reading().reason(),
            it.reading().position(),
            now);
    work.quarantine(quarantined);
    announce(new Notice.OfQuarantine(quarantined.quarantineId()));
    close(
        submission,
        new Decided(
            submission.receiptId(),
            Outcome.QUARANTINED,
            null,
            null,
            quarantined.rule(),
            quarantined.reason(),
            quarantined.position(),
            List.of()));
  }

  private void publish(Prepared.Article prepared) {
    Submission submission = prepared.submission();
    Candidate candidate = prepared.candidate();
    IdentityPolicy policy = work.itemIds(submission.sourceId()).policy(candidate.stated());
    List<IdentityKey> keys =
        candidate.keys().stream().filter(it -> policy.believes(it.kind())).toList();
    List<KnownArticle> known = work.known(keys);
    Resolution resolution =
        IdentityResolver.resolve(
            candidate, known, policy, now, work::exists, submission.receiptId());
    if (!resolution.observed().equals(ItemIdRecord.EMPTY)) {
      work.observe(submission.sourceId(), resolution.observed());
    }
    Provenance provenance = provenance(submission, prepared.policy());
    Instant published = prepared.article().dates().published();
    ArticleState state =
        work.article(resolution.articleId())
            .orElseGet(() ->
                ArticleState.begin(
                    resolution.articleId(),
                    candidate.route(),
                    published == null ? submission.receivedAt() : published,
                    provenance));
    if (!state.sourceId().equals(submission.sourceId())) {
      if (!state.byRoute() || candidate.route()) {
        secondRoute(prepared, state, resolution.why());
        return;
      }
      state = state.ownedBy(submission.sourceId());
    }
    Sighting sighting = Sighting.of(candidate, now);
    if (state.standing() == Standing.TAKEN_DOWN) {
      announce(new Notice.OfErasedSubmission(state.articleId(), submission.submissionId()));
      sighting = null;
    }
    Proposal proposal =
        new Proposal(
            prepared.article(),
            candidate.contentHash(),
            inCluster(provenance, state, candidate.signature()),
            late(state, prepared));
    enter(RevisionPolicy.publish(state, proposal, now), submission, sighting, resolution.why());
    work.addKeys(state.articleId(), keys, now);
  }

  private void secondRoute(Prepared.Article it, ArticleState state, List<String> why) {
    work.addKeys(state.articleId(), it.candidate().keys(), now);
    close(
        it.submission(),
        new Decided(
            it.submission().receiptId(),
            Outcome.UNCHANGED,
            state.articleId(),
            null,
            "identity.second-route",
            "the article of source %s, passed on".formatted(state.sourceId()),
            null,
            why));
  }

  private void command(Prepared.Command it) {
    Submission submission = it.submission();
    String named = submission.attributes().get(Submission.ARTICLE);
    Optional<ArticleState> found =
        named != null ? work.article(named) : newest(it).flatMap(a -> work.article(a.articleId()));
    Provenance provenance = provenance(submission, it.policy());
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
    enter(
        RevisionPolicy.command(state, submission.command(), submission.note(), provenance, now),
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
    enter(
        RevisionPolicy.command(state, submission.command(), submission.note(), provenance, now),
        submission,
        Sighting.unseen(now),
        List.of("new: withdrawn before it came"));
    work.addKeys(articleId, it.keys(), now);
  }

  private void refuse(
      Submission submission, @Nullable String articleId, String rule, String reason) {
    close(
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

  /// @param submission `null` when the clock asked
  private void enter(
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
            "revision." + it.revision().kind().name().toLowerCase(java.util.Locale.ROOT),
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
      work.addSignature(
          state.articleId(),
          state.sourceId(),
          cluster == null ? state.articleId() : cluster,
          signature,
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

  private void close(Submission submission, Decided decided) {
    work.decide(decided, now);
    entries.add(
        new Normaliser.Journal.Entry(
            submission, submission.sourceId(), decided, submission.receivedAt(), now));
  }

  private void announce(Notice notice) {
    work.notify(notice, now);
    lanes.add(notice.lane());
  }

  private boolean late(ArticleState state, Prepared.Article it) {
    ParsedArticle current = state.article();
    if (current == null || it.candidate().contentHash().equals(state.contentHash())) {
      return false;
    }
    Instant then = stated(it.article());
    Instant latest = stated(current);
    return then != null
        && latest != null
        && then.isBefore(latest)
        && work.hadContent(state.articleId(), it.candidate().contentHash());
  }

  private static @Nullable Instant stated(ParsedArticle article) {
    Instant modified = article.dates().modified();
    return modified == null ? article.dates().published() : modified;
  }

  private Provenance inCluster(
      Provenance provenance, ArticleState state, @Nullable Signature signature) {
    String known = state.last().clusterId();
    if (known != null || signature == null) {
      return provenance.inCluster(known);
    }
    List<NearDuplicatePolicy.Member> similar =
        work.similar(provenance.sourceId(), signature, SIMILAR_MAX).stream()
            .filter(it -> !it.articleId().equals(state.articleId()))
            .filter(it -> !it.clusterId().equals(state.articleId()))
            .toList();
    return provenance.inCluster(
        NearDuplicatePolicy.DEFAULT.clusterOf(signature, similar).orElse(null));
  }

  private static Provenance provenance(Submission it, SourcePolicy policy) {
    return new Provenance(
        it.sourceId(),
        policy.name(),
        it.submissionId(),
        it.receiptId(),
        it.channel(),
        it.body().size() == 0 ? null : it.body().sha256(),
        it.traceId(),
        it.receivedAt(),
        null);
  }
}
