package syndication.publish.site.page;

import org.jspecify.annotations.Nullable;

/// The notice in place of an article.
///
/// @param headline last known, or `null` when not even that may be shown
/// @param sentence what happened
/// @param note the source's publishable words, or `null`
public record GoneView(
    @Nullable String headline,
    String language,
    String direction,
    String sentence,
    @Nullable String note,
    Link source,
    Moment at) {}
