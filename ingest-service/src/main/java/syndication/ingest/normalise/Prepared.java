package syndication.ingest.normalise;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.identity.Candidate;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.revision.ContentHash;
import syndication.ingest.revision.Provenance;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.SourceCommand;
import syndication.ingest.submission.SourcePolicy;
import syndication.ingest.submission.Submission;

/// A submission, read: all that can be done before the store is asked.
sealed interface Prepared {

  /// Clocks of sources run fast by minutes, not by hours.
  Duration FUTURE_TOLERATED = Duration.ofMinutes(15);

  Submission submission();

  /// The names it may touch.
  List<IdentityKey> keys();

  record Article(
      Submission submission, SourcePolicy policy, ParsedArticle article, Candidate candidate)
      implements Prepared {
    @Override
    public List<IdentityKey> keys() {
      return candidate.keys();
    }
  }

  record Command(Submission submission, SourcePolicy policy, List<IdentityKey> keys)
      implements Prepared {}

  record Unreadable(Submission submission, Reading.Unreadable reading) implements Prepared {
    @Override
    public List<IdentityKey> keys() {
      return List.of();
    }
  }

  /// Where a submission came from, as its revisions remember it.
  static Provenance provenance(Submission it, SourcePolicy policy) {
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

  static Prepared command(Submission submission, SourcePolicy policy) {
    return new Command(
        submission,
        policy,
        Candidate.keysOf(submission.sourceId(), submission.itemId(), submission.address()));
  }

  static Prepared of(Submission submission, Reading reading, SourcePolicy policy) {
    if (submission.command() != SourceCommand.PUBLISH) {
      return command(submission, policy);
    }
    return switch (reading) {
      case Reading.Unreadable it -> new Unreadable(submission, it);
      case Reading.Read it -> {
        ParsedArticle article = settled(it.article(), submission, policy);
        String hash = ContentHash.of(article);
        yield new Article(
            submission, policy, article, Candidate.of(submission, article, hash, policy));
      }
    };
  }

  /// Fills in what the source left to its settings, and holds dates from the future.
  private static ParsedArticle settled(
      ParsedArticle it, Submission submission, SourcePolicy policy) {
    List<String> warnings = new ArrayList<>(it.warnings());
    ParsedArticle.Dates dates = dates(it.dates(), submission.receivedAt(), warnings);
    ParsedArticle.Notes notes = it.notes();
    if (notes.correction() == null && submission.note() != null) {
      notes = new ParsedArticle.Notes(notes.editorial(), submission.note());
    }
    return new ParsedArticle(
        identifiers(it.identifiers(), submission),
        it.title(),
        it.body(),
        it.description(),
        it.byline(),
        it.language() == null ? policy.language() : it.language(),
        dates,
        rights(it.rights(), policy.rights()),
        it.categories(),
        it.media(),
        it.related(),
        notes,
        it.attribution(),
        it.removed(),
        warnings,
        it.mentions());
  }

  private static ParsedArticle.Identifiers identifiers(
      ParsedArticle.Identifiers it, Submission submission) {
    String itemId = it.sourceItemId() == null ? submission.itemId() : it.sourceItemId();
    URI address = it.address() == null ? submission.address() : it.address();
    return new ParsedArticle.Identifiers(itemId, address, it.canonical(), it.others());
  }

  private static ParsedArticle.Dates dates(
      ParsedArticle.Dates it, Instant receivedAt, List<String> warnings) {
    Instant published = it.published();
    if (published == null) {
      return new ParsedArticle.Dates(
          null, it.modified(), DateQuality.FETCH_TIME, it.embargoedUntil(), it.expires());
    }
    if (published.isAfter(receivedAt.plus(FUTURE_TOLERATED))) {
      warnings.add(
          "published: %s is in the future; the time of receipt stands in for it"
              .formatted(published));
      return new ParsedArticle.Dates(
          receivedAt, it.modified(), DateQuality.CLAMPED_FUTURE, it.embargoedUntil(), it.expires());
    }
    return it;
  }

  private static ParsedArticle.Rights rights(
      ParsedArticle.Rights stated, ParsedArticle.Rights settled) {
    return new ParsedArticle.Rights(
        or(stated.holder(), settled.holder()),
        or(stated.notice(), settled.notice()),
        or(stated.usageTerms(), settled.usageTerms()),
        stated.syndication() == SyndicationRight.UNKNOWN
            ? settled.syndication()
            : stated.syndication());
  }

  private static @Nullable String or(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
