package syndication.enrich.entity;

import org.jspecify.annotations.Nullable;

/// One place in the text where a name stands.
///
/// @param sentence index of the sentence
/// @param from first word of the name in the sentence
/// @param to after its last word
/// @param text the name as written, its words parted by single spaces
/// @param confidence 0 to 1
/// @param known the list's entry, or `null` when no list has the name
public record Mention(
    int sentence,
    int from,
    int to,
    String text,
    EntityType type,
    double confidence,
    @Nullable Known known) {}
