package syndication.ingest.text;

import org.jspecify.annotations.Nullable;

/// The outcome of reading plain text.
public sealed interface TextReading {

  record Read(TextArticle article) implements TextReading {}

  /// @param position where in the text, or `null`
  record Unreadable(String rule, String reason, @Nullable String position) implements TextReading {}
}
