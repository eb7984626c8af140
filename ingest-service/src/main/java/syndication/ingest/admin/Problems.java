package syndication.ingest.admin;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Refusals as RFC 9457 problems.
final class Problems {

  private Problems() {}

  static ErrorResponseException of(HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    return new ErrorResponseException(status, problem, null);
  }
}
