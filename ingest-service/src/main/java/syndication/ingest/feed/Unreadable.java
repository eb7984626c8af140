package syndication.ingest.feed;

/// An entry, or a whole feed, that could not be read.
///
/// @param rule id of the rule, such as `feed.truncated`
/// @param reason in words
/// @param position where it begins
/// @param snippet the text as it stands, at most [#SNIPPET_CHARS_MAX] characters
public record Unreadable(String rule, String reason, Position position, String snippet) {

  /// Enough to recognise the entry and to see the fault.
  public static final int SNIPPET_CHARS_MAX = 20_000;

  public Unreadable {
    snippet = snippet.substring(0, Math.min(snippet.length(), SNIPPET_CHARS_MAX));
  }
}
