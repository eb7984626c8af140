package syndication.ingest.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import syndication.ingest.source.SubmissionLogUnavailableException;

/// Turns what ends a request into a problem document, also what the framework refuses itself.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private final Routes routes;

  ProblemAdvice(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.routes = new Routes(mapping::getObject);
  }

  /// A broker or database that is being restarted is back by then.
  static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(5);

  @ExceptionHandler
  ResponseEntity<Object> problem(ProblemException e) {
    return answer(e.problem(), e.retryAfter());
  }

  @ExceptionHandler
  ResponseEntity<Object> logUnavailable(SubmissionLogUnavailableException e) {
    return answer(Problem.of(Problem.Kind.UNAVAILABLE, e.getMessage()), COME_AGAIN_AFTER);
  }

  @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
  ResponseEntity<Object> databaseUnavailable(RuntimeException e) {
    logger.warn("the database does not answer", e);
    return answer(
        Problem.of(Problem.Kind.UNAVAILABLE, "The database does not answer."), COME_AGAIN_AFTER);
  }

  @Override
  protected ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String asked = "/" + e.getResourcePath();
    return answer(
        Problem.of(
            Problem.Kind.NOT_FOUND, "path", e.getHttpMethod() + " " + asked, routes.like(asked)),
        null);
  }

  @Override
  protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var supported = e.getSupportedMethods();
    Problem problem =
        Problem.of(
            Problem.Kind.WRONG_METHOD,
            "method",
            e.getMethod(),
            supported == null ? "another method" : String.join(", ", supported));
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    // What is not text in a path or query of ours is a number.
    return answer(
        Problem.of(
            Problem.Kind.MALFORMED,
            String.valueOf(e.getPropertyName()),
            String.valueOf(e.getValue()),
            "a whole number"),
        null);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = e instanceof ErrorResponse it ? it.getBody() : null;
    String title = problem == null ? null : problem.getTitle();
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problem.ofStatus(
                status.value(),
                title == null ? "Request refused" : title,
                problem == null ? null : problem.getDetail()));
  }

  static ResponseEntity<Object> answer(Problem problem, @Nullable Duration retryAfter) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    return answer.body(problem);
  }
}
