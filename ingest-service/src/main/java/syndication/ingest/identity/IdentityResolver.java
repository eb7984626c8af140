package syndication.ingest.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import syndication.ingest.identity.IdentityKey.Kind;

/// Decides which article a submission is. Pure.
///
/// A name that agrees (address, item id) makes the same article unless everything else speaks
/// against it; where no name agrees, title and text together can, within a window. When in doubt it
/// is another article: two that merge are lost to readers, one that splits is only shown twice.
public final class IdentityResolver {

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
    return candidate
        .freshIds()
        .filter(taken.negate())
        .findFirst()
        .orElseGet(() -> NamedId.article(candidate.sourceId() + "\nRECEIPT\n" + unique));
  }
}
