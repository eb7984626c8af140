package syndication.ingest.normalise;

import java.time.Instant;
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
import syndication.ingest.nearduplicate.Sketch;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Decision;
import syndication.ingest.revision.Proposal;
import syndication.ingest.revision.Provenance;
import syndication.ingest.revision.RevisionPolicy;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.Submission;

/// Decides one submission, or one article's due time, and has it entered.
final class Desk {

  private final Ledger.Work work;
  private final Instant now;
  private final Register register;
  private final CommandDesk commands;

  Desk(Ledger.Work work, Instant now) {
    this.work = work;
    this.now = now;
    this.register = new Register(work, now);
    this.commands = new CommandDesk(work, now, register);
  }

  /// The lanes that have something to send.
  Set<String> lanes() {
    return register.lanes();
  }

  List<Normaliser.Journal.Entry> entries() {
    return register.entries();
  }

  void decide(Prepared prepared) {
    Submission submission = prepared.submission();
    if (work.outcomeOf(submission.receiptId()) != Outcome.ACCEPTED) {
      register.again(submission.receiptId());
      return;
    }
    switch (prepared) {
      case Prepared.Unreadable it -> quarantine(it);
      case Prepared.Command it -> commands.decide(it);
      case Prepared.Article it -> publish(it);
    }
  }

  /// Does what an article's due time asks for.
  ///
  /// @return whether there was anything to do
  boolean due(ArticleState state) {
    Optional<Decision> decision = RevisionPolicy.due(state, now);
    decision.ifPresent(
        it -> register.enter(it, null, null, List.of("the clock: its time has come")));
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
    register.announce(new Notice.OfQuarantine(quarantined.quarantineId()));
    register.close(
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
    IdentityPolicy policy =
        candidate.stated()
            ? IdentityPolicy.STATED
            : work.itemIds(submission.sourceId()).policy(false);
    List<IdentityKey> keys =
        candidate.keys().stream().filter(it -> policy.believes(it.kind())).toList();
    List<KnownArticle> known = work.known(keys);
    Resolution resolution =
        IdentityResolver.resolve(
            candidate, known, policy, now, work::exists, submission.receiptId());
    if (!resolution.observed().equals(ItemIdRecord.EMPTY)) {
      work.observe(submission.sourceId(), resolution.observed());
    }
    Provenance provenance = Prepared.provenance(submission, prepared.policy());
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
    List<IdentityKey> names = keys;
    if (state.standing() == Standing.TAKEN_DOWN) {
      // It stays recognised, and none of its words is kept.
      register.announce(
          new Notice.OfErasedSubmission(state.articleId(), submission.submissionId()));
      sighting = null;
      names = keys.stream().map(IdentityKey::withoutWords).toList();
    }
    Proposal proposal =
        new Proposal(
            prepared.article(),
            candidate.contentHash(),
            inCluster(provenance, state, candidate.signature()),
            late(state, prepared));
    register.enter(
        RevisionPolicy.publish(state, proposal, now), submission, sighting, resolution.why());
    work.addKeys(state.articleId(), names, now);
  }

  private void secondRoute(Prepared.Article it, ArticleState state, List<String> why) {
    work.addKeys(state.articleId(), it.candidate().keys(), now);
    register.close(
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

  // The first article of a cluster stands for it as long as readers can have it; after that, the
  // next one that is published or revised does.
  private Provenance inCluster(
      Provenance provenance, ArticleState state, @Nullable Signature signature) {
    String known = state.last().clusterId();
    if (signature == null || (known != null && work.usable(known))) {
      return provenance.inCluster(known);
    }
    Sketch sketch = signature.sketch();
    List<NearDuplicatePolicy.Member> similar =
        work.similar(provenance.sourceId(), sketch).stream()
            .filter(it -> !it.articleId().equals(state.articleId()))
            .filter(it -> !it.clusterId().equals(state.articleId()))
            .filter(it -> work.usable(it.clusterId()))
            .toList();
    return provenance.inCluster(
        NearDuplicatePolicy.DEFAULT.clusterOf(sketch, similar).orElse(null));
  }
}
