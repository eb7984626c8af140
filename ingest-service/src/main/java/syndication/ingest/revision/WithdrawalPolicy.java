package syndication.ingest.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.revision.CorrectionWords.Found;
import syndication.ingest.revision.Decision.Result;
import syndication.ingest.revision.Decision.Settled;
import syndication.ingest.submission.SourceCommand;

/// Decides what a withdrawal, or its end, makes of an article. Pure.
public final class WithdrawalPolicy {

  private WithdrawalPolicy() {}

  /// The source takes its article back, or brings it back.
  ///
  /// @param note the source's publishable words, or `null`
  /// @param by the submission that asks
  public static Decision command(
      ArticleState state,
      SourceCommand command,
      @Nullable String note,
      Provenance by,
      Instant now) {
    ArticleState asked = state.askedBy(by);
    return switch (command) {
      case PUBLISH -> throw new IllegalArgumentException("command: PUBLISH (expected: another)");
      case WITHHOLD -> withhold(asked, note, now);
      case KILL -> kill(asked, note, now);
      case TAKEDOWN -> takeDown(asked, note, now);
      case RELEASE -> bringBack(asked, RevisionKind.RELEASE, now);
      case RESTORE -> bringBack(asked, RevisionKind.RESTORE, now);
    };
  }

  private static Decision withhold(ArticleState state, @Nullable String note, Instant now) {
    return switch (state.standing()) {
      case KILLED, TAKEN_DOWN -> isFinal(state);
      case WITHHELD -> repeated(state);
      case UNPUBLISHED ->
          RevisionPolicy.unchanged(
              state.standing(Standing.WITHHELD),
              "withdrawal.before-publication",
              "withheld before anybody had it");
      case USABLE, EXPIRED ->
          withdraw(state, RevisionKind.WITHHOLD, Standing.WITHHELD, note, note, now);
    };
  }

  private static Decision kill(ArticleState state, @Nullable String note, Instant now) {
    return switch (state.standing()) {
      case KILLED, TAKEN_DOWN -> repeated(state);
      case UNPUBLISHED -> withdrawnUnseen(state, Standing.KILLED);
      case WITHHELD, USABLE, EXPIRED ->
          state.revision() == 0
              ? withdrawnUnseen(state, Standing.KILLED)
              : withdraw(state, RevisionKind.KILL, Standing.KILLED, note, note, now);
    };
  }

  private static Decision takeDown(ArticleState state, @Nullable String note, Instant now) {
    return switch (state.standing()) {
      case TAKEN_DOWN -> repeated(state);
      case UNPUBLISHED -> withdrawnUnseen(state, Standing.TAKEN_DOWN);
      case WITHHELD, USABLE, EXPIRED, KILLED ->
          state.revision() == 0
              ? withdrawnUnseen(state, Standing.TAKEN_DOWN)
              : withdraw(state, RevisionKind.TAKEDOWN, Standing.TAKEN_DOWN, note, note, now);
    };
  }

  private static Decision bringBack(ArticleState state, RevisionKind kind, Instant now) {
    boolean restore = kind == RevisionKind.RESTORE;
    return switch (state.standing()) {
      case TAKEN_DOWN -> isFinal(state);
      case USABLE -> repeated(state);
      case KILLED, EXPIRED ->
          restore
              ? back(state, kind, now)
              : RevisionPolicy.refused(
                  state, "release.not-withheld", "the article is not withheld");
      case WITHHELD -> back(state, kind, now);
      case UNPUBLISHED ->
          RevisionPolicy.refused(state, "release.not-withheld", "the article is not out yet");
    };
  }

  private static Decision back(ArticleState state, RevisionKind kind, Instant now) {
    Held held = state.held();
    boolean early = held != null && held.until() != null && held.until().isAfter(now);
    if (early && state.revision() == 0) {
      return RevisionPolicy.unchanged(
          state.standing(Standing.UNPUBLISHED), "embargo.held", "it comes out with its embargo");
    }
    ParsedArticle article = held == null || early ? state.article() : held.article();
    if (article == null) {
      return RevisionPolicy.refused(
          state, "release.nothing-stored", "there is no content to bring back");
    }
    boolean kept = held != null && !early;
    ParsedArticle current = state.article();
    Changes changes =
        current == null
            ? new Changes(Significance.MAJOR, List.of())
            : Changes.between(current, article);
    long next = state.revision() + 1;
    Revision revision =
        new Revision(
            state.articleId(),
            next,
            next == 1 ? RevisionKind.NEW : kind,
            Significance.MAJOR,
            Standing.USABLE,
            unexpired(article, now),
            kept && held != null ? held.contentHash() : state.contentHash(),
            note(article),
            null,
            state.firstCreated(),
            now,
            state.last());
    List<Settled> settled =
        kept && held != null
            ? RevisionPolicy.settled(
                held, Optional.of(next), false, "withheld.released", "released")
            : List.of();
    return new Decision(
        state.after(revision, early ? held : null),
        new Result.Revised(revision, kept && current != null ? changes.lines() : List.of()),
        settled);
  }

  // What was restored after its time is to stay.
  private static ParsedArticle unexpired(ParsedArticle article, Instant now) {
    ParsedArticle.Dates it = article.dates();
    if (it.expires() == null || it.expires().isAfter(now)) {
      return article;
    }
    return Articles.dated(
        article,
        new ParsedArticle.Dates(
            it.published(), it.modified(), it.quality(), it.embargoedUntil(), null));
  }

  static Decision withdraw(
      ArticleState state,
      RevisionKind kind,
      Standing standing,
      @Nullable String reason,
      @Nullable String note,
      Instant now) {
    boolean erases = standing == Standing.TAKEN_DOWN;
    Revision revision =
        new Revision(
            state.articleId(),
            state.revision() + 1,
            kind,
            Significance.MAJOR,
            standing,
            erases ? null : state.article(),
            state.contentHash(),
            note,
            reason,
            state.firstCreated(),
            now,
            state.last());
    boolean lasting = erases || standing == Standing.KILLED;
    Held held = state.held();
    List<Settled> settled =
        lasting && held != null
            ? RevisionPolicy.settled(
                held, Optional.empty(), true, "embargo.cancelled", "its article was withdrawn")
            : List.of();
    return new Decision(
        state.after(revision, lasting ? null : held),
        new Result.Revised(revision, List.of()),
        settled);
  }

  private static Decision withdrawnUnseen(ArticleState state, Standing standing) {
    Held held = state.held();
    return new Decision(
        state.withdrawnUnpublished(standing),
        new Result.Unchanged(
            "withdrawal.before-publication", "withdrawn before anybody had it; it stays down"),
        held == null
            ? List.of()
            : RevisionPolicy.settled(
                held, Optional.empty(), true, "embargo.cancelled", "its article was withdrawn"));
  }

  private static @Nullable String note(ParsedArticle article) {
    return CorrectionWords.in(article).map(Found::note).orElse(null);
  }

  private static Decision repeated(ArticleState state) {
    return RevisionPolicy.unchanged(
        state, "withdrawal.repeated", "the article is " + state.standing() + " already");
  }

  private static Decision isFinal(ArticleState state) {
    return RevisionPolicy.refused(
        state, "withdrawal.final", "the article is " + state.standing() + " for good");
  }
}
