package syndication.ingest.normalise;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.submission.Submission;

/// What a piece of work may touch: told before it begins, so that the ledger can lock it in order
/// and read it together. Whatever else is asked for is read when it is asked for.
///
/// @param keys names of articles
/// @param articleIds that may be asked for, whether they exist or not
public record Reach(Set<String> receiptIds, Set<IdentityKey> keys, Set<String> articleIds) {

  public Reach {
    receiptIds = Set.copyOf(receiptIds);
    keys = Set.copyOf(keys);
    articleIds = Set.copyOf(articleIds);
  }

  static Reach of(Collection<Prepared> prepared) {
    return new Reach(
        prepared.stream().map(it -> it.submission().receiptId()).collect(Collectors.toSet()),
        prepared.stream().flatMap(it -> it.keys().stream()).collect(Collectors.toSet()),
        prepared.stream().flatMap(Reach::articleIds).collect(Collectors.toSet()));
  }

  private static Stream<String> articleIds(Prepared prepared) {
    String named = prepared.submission().attributes().get(Submission.ARTICLE);
    return switch (prepared) {
      case Prepared.Article it -> it.candidate().freshIds().limit(1);
      case Prepared.Command _ -> Stream.ofNullable(named);
      case Prepared.Unreadable _ -> Stream.empty();
    };
  }
}
