package syndication.enrich.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Lets only operators through.
final class OperatorFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient OperatorToken token;
  private final transient JsonMapper json;

  OperatorFilter(OperatorToken token, JsonMapper json) {
    this.token = token;
    this.json = json;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!token.configured()) {
      refuse(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "No operator token is configured",
          "Set SYNDICATE_OPERATOR_TOKEN, or SYNDICATE_OPERATOR_TOKEN_FILE to a file that has it.");
    } else if (!token.matches(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"operator\"");
      refuse(
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "Operators only",
          "Send the header Authorization: Bearer <operator token>.");
    } else {
      response.setHeader("Cache-Control", "no-store");
      chain.doFilter(request, response);
    }
  }

  private void refuse(HttpServletResponse response, int status, String title, String detail)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
