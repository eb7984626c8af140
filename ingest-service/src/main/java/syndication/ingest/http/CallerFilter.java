package syndication.ingest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import syndication.ingest.source.Source;
import tools.jackson.databind.json.JsonMapper;

/// Lets only the operator into `/api/admin`, and only the operator and sources into `/api`.
final class CallerFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final String ADMIN = "/api/admin";

  private final OperatorToken operator;
  private final Credentials credentials;
  private final JsonMapper json;

  CallerFilter(OperatorToken operator, Credentials credentials, JsonMapper json) {
    this.operator = operator;
    this.credentials = credentials;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String shown =
        header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? header.substring(SCHEME.length()).strip()
            : "";
    boolean admin = isAdmin(request.getServletPath());
    if (admin && !operator.isSetUp()) {
      refuse(
          response,
          Problem.of(
              Problem.Kind.NOT_SET_UP,
              "Set SYNDICATE_OPERATOR_TOKEN, or SYNDICATE_OPERATOR_TOKEN_FILE to a file that holds"
                  + " a token, and start again."));
    } else if (!shown.isEmpty() && operator.matches(shown)) {
      proceed(new Caller.Operator(), request, response, chain);
    } else {
      asSource(shown, admin, request, response, chain);
    }
  }

  private void asSource(
      String shown,
      boolean admin,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    Optional<Source> source;
    try {
      source = credentials.sourceOf(shown);
    } catch (DataAccessException e) {
      logger.warn("the database does not answer", e);
      response.setHeader(
          HttpHeaders.RETRY_AFTER, Long.toString(ProblemAdvice.COME_AGAIN_AFTER.toSeconds()));
      refuse(response, Problem.of(Problem.Kind.UNAVAILABLE, "The database does not answer."));
      return;
    }
    if (source.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"syndicate\"");
      refuse(
          response,
          Problem.of(
              Problem.Kind.UNAUTHENTICATED,
              "Authorization: %s (expected: Bearer and %s)"
                  .formatted(
                      shown.isEmpty() ? "absent" : "a token nobody here knows",
                      admin ? "the operator token" : "an API key")));
    } else if (admin) {
      refuse(
          response,
          Problem.of(Problem.Kind.FORBIDDEN, "A source's key does not open the operator's calls."));
    } else {
      proceed(new Caller.OfSource(source.get()), request, response, chain);
    }
  }

  private static boolean isAdmin(String path) {
    return path.equals(ADMIN) || path.startsWith(ADMIN + "/");
  }

  private static void proceed(
      Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(Caller.ATTRIBUTE, caller);
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
