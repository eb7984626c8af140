package syndication.ingest.ninjs;

import java.util.List;
import syndication.ingest.article.ParsedArticle;

/// What reading a ninjs document came to.
public sealed interface NinjsReading {

  record Read(ParsedArticle article) implements NinjsReading {}

  /// @param problems at least one
  record Faulty(List<FieldProblem> problems) implements NinjsReading {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
