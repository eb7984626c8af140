package syndication.publish.site.page;

/// A page that says why there is nothing else to show.
public record MessageView(int status, String heading, String sentence) {}
