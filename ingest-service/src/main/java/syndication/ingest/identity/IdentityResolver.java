package syndication.ingest.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import syndication.ingest.identity.IdentityKey.Kind;
import syndication.ingest.nearduplicate.Signature;

/// Decides which article a submission is. Pure.
///
/// A name that agrees (address, item id) makes the same article unless everything else speaks
/// against it; where no name agrees, title and text together can, within a window. When in doubt it
/// is another article: two that merge are lost to readers, one that splits is only shown twice.
public final class IdentityResolver {

  /// How long after its last sight an article is recognised by title and text alone; the same
  /// rubric ("Weather for the weekend") comes back after a week.
  private static final Duration WORDS_SPEAK_WITHIN = Duration.ofDays(3);

  /// Shingles of a text that is long enough to be nobody else's: three sentences.
  private static final int TEXT_SHINGLES_MIN = 30;

  private static final double TITLE_SAME = 0.999;
  private static final double TITLE_SIMILAR = 0.5;
  private static final double TITLE_RELATED = 0.25;
  private static final double TEXT_SIMILAR = 0.5;
  private static final double TEXT_RELATED = 0.15;
  private static final double EXCERPT = 0.6;
  private static final double TEXT_PASSED_ON = 0.3;
  private static final double TITLE_PASSED_ON = 0.8;

  private IdentityResolver() {}

  /// @param known articles that share at least one key with the candidate
  /// @param taken whether an articleId is in use
  /// @param unique makes an id that collides with nothing, such as the receiptId
  public static Resolution resolve(
      Candidate candidate,
      List<KnownArticle> known,
      IdentityPolicy policy,
      Instant now,
      Predicate<String> taken,
      String unique) {
    boolean idShared = known.stream().filter(it -> sameId(candidate, it)).count() > 1;
    List<String> why = new ArrayList<>();
    boolean reused = false;
    List<Match> matches = new ArrayList<>();
    for (KnownArticle it : known) {
      Evidence evidence = Evidence.of(candidate, it, policy, idShared, now);
      Optional<String> same = evidence.same();
      if (same.isPresent()) {
        matches.add(new Match(it, evidence.score(), same.get()));
      } else {
        reused |= evidence.itemAgrees() && !policy.equals(IdentityPolicy.STATED);
        evidence.against().ifPresent(why::add);
      }
    }
    Optional<Match> best =
        matches.stream()
            .max(
                Comparator.comparingDouble(Match::score)
                    .thenComparing(it -> it.article().seenAt())
                    .thenComparing(it -> it.article().articleId()));
    if (best.isPresent()) {
      KnownArticle article = best.get().article();
      why.add(best.get().why());
      return new Resolution(article.articleId(), false, why, observed(candidate, article));
    }
    if (known.isEmpty()) {
      why.add("new: nothing of it is known (" + names(candidate) + ")");
    } else {
      why.add("new: what is known under its names is another article");
    }
    return new Resolution(
        freshId(candidate, taken, unique),
        true,
        why,
        new ItemIdRecord(candidate.itemId() == null ? 0 : 1, 0, reused || idShared ? 1 : 0));
  }

  private record Match(KnownArticle article, double score, String why) {}

  private static ItemIdRecord observed(Candidate candidate, KnownArticle article) {
    if (candidate.itemId() == null || !candidate.sourceId().equals(article.sourceId())) {
      return ItemIdRecord.EMPTY;
    }
    boolean changed = article.itemId() != null && !candidate.itemId().equals(article.itemId());
    return new ItemIdRecord(1, changed ? 1 : 0, 0);
  }

  private static boolean sameId(Candidate candidate, KnownArticle article) {
    return candidate.keys().stream().anyMatch(it -> it.kind() == Kind.ITEM && article.has(it));
  }

  private static String names(Candidate candidate) {
    return candidate.keys().stream()
        .filter(it -> it.kind() == Kind.ADDRESS || it.kind() == Kind.ITEM)
        .findFirst()
        .map(IdentityKey::toString)
        .orElse("it has neither address nor id");
  }

  private static String freshId(Candidate candidate, Predicate<String> taken, String unique) {
    for (IdentityKey key : candidate.keys()) {
      String id = NamedId.article(candidate.sourceId() + "\n" + key.kind() + "\n" + key.value());
      if (!taken.test(id)) {
        return id;
      }
    }
    return NamedId.article(candidate.sourceId() + "\nRECEIPT\n" + unique);
  }

  /// What speaks for and against one known article.
  private record Evidence(
      Candidate candidate,
      KnownArticle article,
      IdentityPolicy policy,
      boolean addressAgrees,
      boolean originAgrees,
      boolean itemAgrees,
      boolean pathAgrees,
      boolean idsDiffer,
      double title,
      double text,
      boolean recent,
      boolean sameFetch) {

    static Evidence of(
        Candidate candidate,
        KnownArticle article,
        IdentityPolicy policy,
        boolean idShared,
        Instant now) {
      boolean own = candidate.sourceId().equals(article.sourceId());
      return new Evidence(
          candidate,
          article,
          policy,
          agrees(candidate, article, Kind.ADDRESS),
          !own && originAgrees(candidate, article),
          policy.equalIdsSpeak()
              && (!idShared || policy == IdentityPolicy.STATED)
              && agrees(candidate, article, Kind.ITEM),
          own && (agrees(candidate, article, Kind.PATH) || agrees(candidate, article, Kind.NUMBER)),
          own
              && policy.differentIdsSpeak()
              && candidate.itemId() != null
              && article.itemId() != null
              && !candidate.itemId().equals(article.itemId()),
          candidate.titleSimilarity(article.title()),
          text(candidate, article),
          !article.seenAt().plus(WORDS_SPEAK_WITHIN).isBefore(now),
          candidate.fetch() != null && candidate.fetch().equals(article.fetch()));
    }

    Optional<String> same() {
      if (own() && itemAgrees && policy == IdentityPolicy.STATED) {
        return said("the source gives the same id");
      }
      if (!own()) {
        return (originAgrees || itemAgrees) && sameWords()
            ? said("the names of another source's article, and its words")
            : no();
      }
      if (addressAgrees && itemAgrees && !(sameFetch && nothingElse())) {
        return said("the same address and the same id");
      }
      if (addressAgrees) {
        return (idsDiffer || sameFetch) && nothingElse()
            ? no()
            : said(idsDiffer ? "the same address; its id changed" : "the same address");
      }
      if (itemAgrees) {
        return idSpeaks() ? said("the same id; its address changed or is missing") : no();
      }
      return byWords();
    }

    /// An id alone: enough when words agree, or when nothing else could and it is not one fetch.
    private boolean idSpeaks() {
      if (related()) {
        return true;
      }
      boolean addressesDiffer =
          !candidate.addresses().isEmpty()
              && article.keys().stream().anyMatch(it -> it.kind() == Kind.ADDRESS);
      return !addressesDiffer && !sameFetch;
    }

    private Optional<String> byWords() {
      if (sameFetch || (policy == IdentityPolicy.STATED && idsDiffer)) {
        return no();
      }
      boolean sameText = candidate.contentHash().equals(article.contentHash());
      if (pathAgrees && !(idsDiffer && !sameText) && title >= TITLE_SIMILAR && similarText()) {
        return said("the same path or number in the address, and nearly the same words");
      }
      if (!recent || !longText()) {
        return no();
      }
      if (title >= TITLE_SAME && (sameText || text >= 1)) {
        return said("the same title and text within three days, under other names");
      }
      boolean unnamed = candidate.itemId() == null && candidate.addresses().isEmpty();
      return unnamed && title >= TITLE_SIMILAR && text >= TEXT_SIMILAR
          ? said("it has no names; title and text are nearly the same")
          : no();
    }

    Optional<String> against() {
      if (itemAgrees) {
        return Optional.of(
            "not %s: the same id, but title (%s) and text (%s) are others"
                .formatted(article.articleId(), percent(title), percent(text)));
      }
      if (addressAgrees) {
        return Optional.of(
            "not %s: the same address, but title (%s), text (%s)%s differ"
                .formatted(
                    article.articleId(), percent(title), percent(text), idsDiffer ? ", id" : ""));
      }
      return Optional.empty();
    }

    double score() {
      return (addressAgrees || originAgrees ? 4 : 0)
          + (itemAgrees ? 3 : 0)
          + (pathAgrees ? 1 : 0)
          + title
          + text;
    }

    private boolean own() {
      return candidate.sourceId().equals(article.sourceId());
    }

    private boolean related() {
      return title >= TITLE_RELATED || text >= TEXT_RELATED || contained();
    }

    /// Enough to believe another source that it passes this very article on.
    private boolean sameWords() {
      return text >= TEXT_PASSED_ON || contained() || title >= TITLE_PASSED_ON;
    }

    private boolean nothingElse() {
      return !related();
    }

    private boolean similarText() {
      return text >= TEXT_SIMILAR || contained() || candidate.signature() == null;
    }

    private boolean contained() {
      Signature mine = candidate.signature();
      Signature theirs = article.signature();
      return mine != null
          && theirs != null
          && Math.min(mine.shingles(), theirs.shingles()) >= TEXT_SHINGLES_MIN / 2
          && mine.resemblance(theirs) >= 0.05
          && mine.containment(theirs) >= EXCERPT;
    }

    private boolean longText() {
      Signature mine = candidate.signature();
      return mine != null && mine.shingles() >= TEXT_SHINGLES_MIN;
    }

    private Optional<String> said(String reason) {
      return Optional.of(
          "same as %s: %s (title %s, text %s)"
              .formatted(article.articleId(), reason, percent(title), percent(text)));
    }

    private static Optional<String> no() {
      return Optional.empty();
    }

    private static double text(Candidate candidate, KnownArticle article) {
      if (candidate.contentHash().equals(article.contentHash())) {
        return 1;
      }
      Signature mine = candidate.signature();
      Signature theirs = article.signature();
      return mine == null || theirs == null ? 0 : mine.resemblance(theirs);
    }

    private static boolean agrees(Candidate candidate, KnownArticle article, Kind kind) {
      return candidate.keys().stream().anyMatch(it -> it.kind() == kind && article.has(it));
    }

    private static boolean originAgrees(Candidate candidate, KnownArticle article) {
      return candidate.keys().stream()
          .filter(IdentityKey::isAddress)
          .anyMatch(it ->
              article.keys().stream().anyMatch(a -> a.isAddress() && a.value().equals(it.value())));
    }

    private static String percent(double share) {
      return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
  }
}
