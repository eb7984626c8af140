package syndication.publish.site;

/// A list that an article is on, with the name that this article gives it.
///
/// @param label as readers see it; one line, not blank
public record Listed(ListRef list, String label) {}
