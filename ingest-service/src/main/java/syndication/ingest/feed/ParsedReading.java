package syndication.ingest.feed;

import syndication.ingest.article.ParsedArticle;

/// What came of reading an entry as an article.
public sealed interface ParsedReading {

  record Read(ParsedArticle article) implements ParsedReading {}

  /// @param rule id of the rule, such as `feed.empty-entry`
  /// @param position where in the feed the entry begins
  record Unreadable(String rule, String reason, Position position) implements ParsedReading {}
}
