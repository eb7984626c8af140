package syndication.enrich.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import syndication.enrich.kafka.replay.Replays.ReplayRefusedException;

/// What went wrong, as RFC 9457 says; where a field is at fault, it is named.
@RestControllerAdvice(assignableTypes = ReplayController.class)
final class Problems {

  /// How mistakes are worded here: `name: value (expected: …)`.
  private static final Pattern MISTAKE =
      Pattern.compile("([\\w.]+): (.*) \\(expected: (.*)\\)", Pattern.DOTALL);

  @ExceptionHandler
  ProblemDetail notThere(ReplayController.NoSuchReplayException e) {
    return problem(HttpStatus.NOT_FOUND, "Not found", e);
  }

  @ExceptionHandler
  ProblemDetail conflict(ReplayRefusedException e) {
    return problem(HttpStatus.CONFLICT, "Not possible now", e);
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException e) {
    return problem(HttpStatus.BAD_REQUEST, "The request cannot be read", e);
  }

  @ExceptionHandler
  ProblemDetail mistake(IllegalArgumentException e) {
    ProblemDetail it = problem(HttpStatus.UNPROCESSABLE_CONTENT, "The request has a mistake", e);
    Matcher mistake = MISTAKE.matcher(String.valueOf(e.getMessage()));
    if (mistake.matches()) {
      it.setProperty(
          "errors",
          List.of(
              Map.of(
                  "field", group(mistake, 1),
                  "found", group(mistake, 2),
                  "expected", group(mistake, 3))));
    }
    return it;
  }

  // Every group of the pattern takes part in a match.
  private static String group(Matcher mistake, int number) {
    return Objects.requireNonNull(mistake.group(number));
  }

  private static ProblemDetail problem(HttpStatus status, String title, RuntimeException e) {
    ProblemDetail it = ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
    it.setTitle(title);
    return it;
  }
}
