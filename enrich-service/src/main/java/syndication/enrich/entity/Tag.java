package syndication.enrich.entity;

import org.jspecify.annotations.Nullable;

/// One thing an article is about.
///
/// @param id the same for the same thing in every article
/// @param sameAs the same thing elsewhere, or `null`
/// @param salience 0 to 1: how much the article is about it
/// @param confidence 0 to 1: how sure we are that it is what we say
public record Tag(
    EntityType type,
    String label,
    String id,
    @Nullable String sameAs,
    double salience,
    double confidence) {}
