package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import syndication.ingest.source.Source;

/// Who makes a request, as [CallerFilter] found out.
public sealed interface Caller {

  /// The request attribute that holds it on every path under `/api`.
  String ATTRIBUTE = "syndicate.caller";

  /// Holds the operator token.
  record Operator() implements Caller {}

  /// Holds a key of a source.
  record OfSource(Source source) implements Caller {}

  /// @throws IllegalStateException outside `/api`
  static Caller of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller it) {
      return it;
    }
    throw new IllegalStateException("no caller is known of " + request.getRequestURI());
  }
}
