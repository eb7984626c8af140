package syndication.ingest.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem.
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  Problem problem() {
    return problem;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
