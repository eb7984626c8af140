package syndication.publish.site.page;

/// Words that lead somewhere.
public record Link(String href, String label) {}
