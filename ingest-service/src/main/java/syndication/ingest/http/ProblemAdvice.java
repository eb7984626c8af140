package syndication.ingest.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import syndication.ingest.source.SubmissionLogUnavailableException;

/// Turns what ends a request into a problem document, also what the framework refuses itself.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

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
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String title = "Request refused";
    String detail = null;
    if (body instanceof ProblemDetail it) {
      title = it.getTitle() == null ? title : it.getTitle();
      detail = it.getDetail();
    }
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.ofStatus(status.value(), title, detail));
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
