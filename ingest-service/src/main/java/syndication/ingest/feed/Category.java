package syndication.ingest.feed;

import org.jspecify.annotations.Nullable;

/// What a source files something under.
///
/// @param term in the source's words, never blank
/// @param scheme names the list the term is from, or `null`
/// @param label for people, or `null`
public record Category(String term, @Nullable String scheme, @Nullable String label) {}
