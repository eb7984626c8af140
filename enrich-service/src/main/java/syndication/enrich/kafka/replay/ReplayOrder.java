package syndication.enrich.kafka.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator wants enriched again.
///
/// @param stages whose part is taken anew; the parts of others stay as they are
/// @param since articles whose current revision is older are left alone; `null` for all
/// @param model whether the language model writes the summaries
/// @param dryRun only tell what would change
public record ReplayOrder(
    String id,
    List<String> stages,
    @Nullable Instant since,
    boolean model,
    boolean dryRun,
    Instant requestedAt) {

  public ReplayOrder {
    stages = List.copyOf(stages);
  }
}
