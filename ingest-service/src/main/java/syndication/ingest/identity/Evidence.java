package syndication.ingest.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import syndication.ingest.identity.IdentityKey.Kind;
import syndication.ingest.nearduplicate.Signature;

/// What speaks for and against one known article.
record Evidence(
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
