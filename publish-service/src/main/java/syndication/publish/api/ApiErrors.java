package syndication.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What programs are told who ask for what there is not: a problem, as RFC 9457 says. Readers of
/// the site get its own page.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ApiErrors {

  private static final String API = "/api/";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notThere(NoResourceFoundException e, HttpServletRequest request)
      throws NoResourceFoundException {
    if (!request.getRequestURI().startsWith(API)) {
      throw e;
    }
    ProblemDetail it = e.getBody();
    it.setDetail(
        "path: %s %s (expected: one that docs/partners.md or docs/operating.md names)"
            .formatted(request.getMethod(), request.getRequestURI()));
    return answer(it, e.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    if (!request.getRequestURI().startsWith(API)) {
      throw e;
    }
    return answer(e.getBody(), e.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    if (!request.getRequestURI().startsWith(API)) {
      throw e;
    }
    return answer(e.getBody(), e.getHeaders());
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail it, HttpHeaders headers) {
    return ResponseEntity.status(it.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(it);
  }
}
