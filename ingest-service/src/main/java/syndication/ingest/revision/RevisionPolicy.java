package syndication.ingest.revision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.revision.CorrectionWords.Found;
import syndication.ingest.revision.Decision.Result;
import syndication.ingest.revision.Decision.Settled;

/// Decides what content makes of an article: the content's hash decides, never a date. Pure.
public final class RevisionPolicy {

  private RevisionPolicy() {}

  /// Content arrives.
  public static Decision publish(ArticleState state, Proposal proposal, Instant now) {
    return switch (state.standing()) {
      case TAKEN_DOWN ->
          refused(state, "withdrawn.takedown", "the article was taken down for good");
      case KILLED ->
          sameAsCurrent(state, proposal)
              ? unchanged(state, "withdrawn.killed", "the article was killed; nothing new in it")
              : refused(
                  state,
                  "withdrawn.killed",
                  "the article was killed; only a RESTORE brings it back, not new content");
      case WITHHELD -> whileWithheld(state, proposal);
      case UNPUBLISHED, USABLE, EXPIRED -> whileOpen(state, proposal, now);
    };
  }

  private static Decision whileWithheld(ArticleState state, Proposal proposal) {
    if (sameAsCurrent(state, proposal) || sameAsHeld(state, proposal)) {
      return unchanged(state, "withdrawn.withheld", "the article is withheld; nothing new in it");
    }
    return keep(
        state,
        proposal,
        "withheld.kept",
        "the article is withheld; this content comes out when it is released");
  }

  private static Decision whileOpen(ArticleState state, Proposal proposal, Instant now) {
    ParsedArticle.Dates dates = proposal.article().dates();
    boolean expired = dates.expires() != null && !dates.expires().isAfter(now);
    if (expired && state.standing() != Standing.USABLE) {
      return refused(state, "expiry.past", "expires: %s is past".formatted(dates.expires()));
    }
    if (proposal.late()) {
      return unchanged(
          state, "revision.late", "an earlier revision, dated before the current one, came late");
    }
    if (sameAsCurrent(state, proposal) && !extendsLife(state, proposal)) {
      return unchanged(
          state.expiring(dates.expires()),
          state.standing() == Standing.EXPIRED ? "withdrawn.expired" : "revision.same-content",
          "the cleaned content is the same as of revision " + state.revision());
    }
    if (dates.embargoedUntil() != null && dates.embargoedUntil().isAfter(now)) {
      return sameAsHeld(state, proposal)
          ? unchanged(state, "embargo.still-held", "the same content is held already")
          : keep(state, proposal, "embargo.held", "held until " + dates.embargoedUntil());
    }
    return release(state, proposal, replaced(state), now);
  }

  /// The clock reaches the article's due time; nothing when it is not due.
  public static Optional<Decision> due(ArticleState state, Instant now) {
    Instant due = state.due();
    if (due == null || due.isAfter(now)) {
      return Optional.empty();
    }
    Held held = state.held();
    if (held != null && held.until() != null && !held.until().isAfter(now)) {
      Instant expires = held.article().dates().expires();
      if (expires != null && !expires.isAfter(now)) {
        return Optional.of(
            new Decision(
                state.holding(null),
                new Result.Refused("expiry.past", "it expired before its embargo ended"),
                settled(held, Optional.empty(), true, "expiry.past", "expired under embargo")));
      }
      Proposal proposal =
          new Proposal(held.article(), held.contentHash(), held.provenance(), false);
      long next = state.revision() + 1;
      return Optional.of(
          release(
              state,
              proposal,
              settled(held, Optional.of(next), false, "embargo.released", "released on time"),
              now));
    }
    return Optional.of(
        WithdrawalPolicy.withdraw(
            state, RevisionKind.EXPIRE, Standing.EXPIRED, "expired on time", null, now));
  }

  private static Decision release(
      ArticleState state, Proposal proposal, List<Settled> settled, Instant now) {
    ParsedArticle before = state.article();
    long next = state.revision() + 1;
    Optional<Found> found = CorrectionWords.in(proposal.article());
    Changes changes =
        before == null
            ? new Changes(Significance.MAJOR, List.of())
            : Changes.between(before, proposal.article());
    RevisionKind kind = kind(state, before, found, changes.significance());
    Revision revision =
        new Revision(
            state.articleId(),
            next,
            kind,
            significance(kind, changes.significance()),
            Standing.USABLE,
            proposal.article(),
            proposal.contentHash(),
            found.map(Found::note).orElse(null),
            null,
            state.firstCreated(),
            now,
            proposal.provenance());
    return new Decision(
        state.after(revision, null), new Result.Revised(revision, changes.lines()), settled);
  }

  private static RevisionKind kind(
      ArticleState state,
      @Nullable ParsedArticle before,
      Optional<Found> found,
      Significance significance) {
    if (before == null || state.revision() == 0) {
      return RevisionKind.NEW;
    }
    if (state.standing() == Standing.EXPIRED) {
      return RevisionKind.RESTORE;
    }
    if (found.isPresent() && !found.equals(CorrectionWords.in(before))) {
      return found.get().kind();
    }
    return significance == Significance.COSMETIC ? RevisionKind.REFILE : RevisionKind.UPDATE;
  }

  private static Significance significance(RevisionKind kind, Significance changed) {
    return switch (kind) {
      case CORRECTION, RESTORE -> Significance.MAJOR;
      case CLARIFICATION -> changed == Significance.COSMETIC ? Significance.MINOR : changed;
      case NEW, UPDATE, REFILE, WITHHOLD, RELEASE, KILL, TAKEDOWN, EXPIRE -> changed;
    };
  }

  private static Decision keep(ArticleState state, Proposal proposal, String rule, String reason) {
    Held held =
        new Held(
            proposal.article(),
            proposal.contentHash(),
            proposal.article().dates().embargoedUntil(),
            proposal.provenance());
    return new Decision(state.holding(held), new Result.Kept(rule, reason), replaced(state));
  }

  private static List<Settled> replaced(ArticleState state) {
    Held held = state.held();
    return held == null
        ? List.of()
        : settled(
            held, Optional.empty(), false, "embargo.replaced", "later content took its place");
  }

  static List<Settled> settled(
      Held held, Optional<Long> revision, boolean cancelled, String rule, String reason) {
    return List.of(new Settled(held.provenance().receiptId(), revision, cancelled, rule, reason));
  }

  private static boolean sameAsCurrent(ArticleState state, Proposal proposal) {
    return state.contentHash().equals(proposal.contentHash());
  }

  private static boolean sameAsHeld(ArticleState state, Proposal proposal) {
    Held held = state.held();
    return held != null
        && held.contentHash().equals(proposal.contentHash())
        && Objects.equals(held.until(), proposal.article().dates().embargoedUntil());
  }

  private static boolean extendsLife(ArticleState state, Proposal proposal) {
    return state.standing() == Standing.EXPIRED && proposal.article().dates().expires() != null;
  }

  static Decision unchanged(ArticleState state, String rule, String reason) {
    return new Decision(state, new Result.Unchanged(rule, reason), List.of());
  }

  static Decision refused(ArticleState state, String rule, String reason) {
    return new Decision(state, new Result.Refused(rule, reason), List.of());
  }
}
