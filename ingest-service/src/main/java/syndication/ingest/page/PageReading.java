package syndication.ingest.page;

import org.jspecify.annotations.Nullable;

/// The outcome of reading the bytes of a page.
public sealed interface PageReading {

  record Read(PageArticle article) implements PageReading {}

  /// @param rule id of the rule that refused it
  /// @param reason in words the source can act on
  /// @param position where in the bytes, or `null`
  record Unreadable(String rule, String reason, @Nullable String position) implements PageReading {}
}
