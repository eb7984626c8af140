package syndication.ingest.submission;

import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;

/// What reading a submission's bytes came to.
public sealed interface Reading {

  record Read(ParsedArticle article) implements Reading {}

  /// @param rule id of the rule that refused it, such as `ninjs.field`
  /// @param reason for the source and the operator, in words
  /// @param position where in the bytes, or `null` when the whole is at fault
  record Unreadable(String rule, String reason, @Nullable String position) implements Reading {}
}
