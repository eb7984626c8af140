package syndication.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A date as a feed states it.
///
/// @param text as written
/// @param at the moment meant, or `null` when nobody could tell
public record StatedDate(String text, @Nullable Instant at) {}
