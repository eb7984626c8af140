package syndication.enrich.entity;

import org.jspecify.annotations.Nullable;

/// A name that a list knows.
///
/// @param label what readers see
/// @param id stable identifier, or `null` when the label makes it
/// @param sameAs the same thing elsewhere, or `null`
public record Known(EntityType type, String label, @Nullable String id, @Nullable String sameAs) {}
