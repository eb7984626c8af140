package syndication.ingest.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How polling a source's feed goes, for people.
///
/// @param address where it is asked now, which differs from the registered one after a move
/// @param says in one sentence
/// @param lastFetchAt `null` before the first
/// @param lastNewAt when something new was last seen, or `null`
/// @param nextFetchAt `null` when polling has stopped
/// @param errorClass `null` when the last answer was good
/// @param failures in a row
/// @param quiet why this is unusually silent, or `null`
/// @param push how its hub pushes, or why none does, or `null` when it names none
/// @param notes what an operator or the source should know
public record FeedStatus(
    String address,
    String says,
    @Nullable Instant lastFetchAt,
    @Nullable Instant lastNewAt,
    @Nullable Instant nextFetchAt,
    @Nullable String errorClass,
    int failures,
    @Nullable String quiet,
    @Nullable String push,
    List<String> notes) {
  public FeedStatus {
    notes = List.copyOf(notes);
  }
}
