package syndication.publish.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import syndication.publish.delivery.StoreUnavailableException;
import syndication.publish.replay.Archive.ArchiveUnavailableException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/// What went wrong, as RFC 9457 says; where a field is at fault, it is named.
@RestControllerAdvice(
    assignableTypes = {
      PartnerController.class,
      SubscriptionController.class,
      DeliveryController.class,
    })
final class Problems {

  /// How the core words a caller's mistake: `name: value (expected: …)`.
  private static final Pattern MISTAKE =
      Pattern.compile("([\\w.]+): (.*) \\(expected: (.*)\\)", Pattern.DOTALL);

  @ExceptionHandler
  ProblemDetail notThere(NotThereException e) {
    return problem(HttpStatus.NOT_FOUND, "Not found", e);
  }

  @ExceptionHandler
  ProblemDetail conflict(ConflictException e) {
    return problem(HttpStatus.CONFLICT, "Not possible now", e);
  }

  @ExceptionHandler({StoreUnavailableException.class, ArchiveUnavailableException.class})
  ProblemDetail unavailable(RuntimeException e) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again soon", e);
  }

  /// Says which field, and not in which class of ours it did not fit.
  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException e) {
    if (!(e.getCause() instanceof MismatchedInputException wrong) || wrong.getPath().isEmpty()) {
      return unreadable("body", "another thing", "a JSON object");
    }
    String field =
        wrong.getPath().stream()
            .map(it -> String.valueOf(it.getPropertyName()))
            .collect(Collectors.joining("."));
    String found =
        wrong instanceof InvalidFormatException it
            ? String.valueOf(it.getValue())
            : "another thing";
    return unreadable(field, found, form(wrong.getTargetType()));
  }

  private static ProblemDetail unreadable(String field, String found, String expected) {
    ProblemDetail it =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, "%s: %s (expected: %s)".formatted(field, found, expected));
    it.setTitle("The request cannot be read");
    it.setProperty("errors", List.of(Map.of("field", field, "found", found, "expected", expected)));
    return it;
  }

  private static String form(@Nullable Class<?> type) {
    return switch (type == null ? "" : type.getSimpleName()) {
      case "Instant" -> "a time such as 2026-01-31T08:00:00Z";
      case "String" -> "a string";
      case "Boolean" -> "true or false";
      case "Double" -> "a number";
      case "List", "Set" -> "an array of strings";
      default -> "as the documentation has it";
    };
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
