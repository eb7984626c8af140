package syndication.ingest.normalise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a submission came to, for its source, for operators and for the accounts.
///
/// @param articleId `null` when it was not read
/// @param revision that it made, or `null`
/// @param rule that decided it, such as `revision.same-content`
/// @param position where in the bytes, or `null`
/// @param identity why it is this article, in words
public record Decided(
    String receiptId,
    Outcome outcome,
    @Nullable String articleId,
    @Nullable Long revision,
    String rule,
    String reason,
    @Nullable String position,
    List<String> identity) {
  public Decided {
    identity = List.copyOf(identity);
  }
}
