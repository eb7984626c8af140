package syndication.ingest.revision;

import java.util.List;
import java.util.Optional;

/// What a submission, or the clock, makes of an article.
///
/// @param after the article from now on
/// @param settled submissions that were held, and whose fate this decides too
public record Decision(ArticleState after, Result result, List<Settled> settled) {

  public Decision {
    settled = List.copyOf(settled);
  }

  public sealed interface Result {

    /// @param diff readable lines against the revision before; empty for the first
    record Revised(Revision revision, List<String> diff) implements Result {
      public Revised {
        diff = List.copyOf(diff);
      }
    }

    /// Nothing to tell anybody.
    record Unchanged(String rule, String reason) implements Result {}

    /// It waits for its time.
    record Kept(String rule, String reason) implements Result {}

    /// It is not taken.
    record Refused(String rule, String reason) implements Result {}
  }

  /// The end of a submission that was held.
  ///
  /// @param revision that published it, empty when none did
  /// @param cancelled whether its article was withdrawn, rather than its text replaced
  public record Settled(
      String receiptId, Optional<Long> revision, boolean cancelled, String rule, String reason) {}
}
