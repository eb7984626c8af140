package syndication.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer that says what was wrong (RFC 9457).
///
/// @param type address that names the kind of problem
/// @param detail about this very request
/// @param errors fields at fault, or `null` when no field is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable List<FieldError> errors) {

  private static final String TYPES = "https://syndicate.example/problems/";

  /// One field at fault.
  ///
  /// @param field JSON pointer without the first slash, or the name of a header or parameter
  /// @param found what was there
  /// @param expected what should be there
  public record FieldError(String field, String found, String expected) {}

  /// A problem of the request as a whole.
  static Problem of(Kind kind, @Nullable String detail) {
    return new Problem(TYPES + kind.slug, kind.title, kind.status, detail, null);
  }

  /// A problem of one part of the request: a field, header, parameter, or the path itself.
  static Problem of(Kind kind, String field, String found, String expected) {
    return ofFields(kind, List.of(new FieldError(field, found, expected)));
  }

  static Problem invalid(List<FieldError> errors) {
    return ofFields(Kind.INVALID, errors);
  }

  private static Problem ofFields(Kind kind, List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? "%s: %s (expected: %s)"
                .formatted(
                    errors.getFirst().field(),
                    errors.getFirst().found(),
                    errors.getFirst().expected())
            : errors.size() + " fields are not as expected";
    return new Problem(TYPES + kind.slug, kind.title, kind.status, detail, errors);
  }

  /// An answer of the framework's own, such as 406.
  static Problem ofStatus(int status, String title, @Nullable String detail) {
    return new Problem("about:blank", title, status, detail, null);
  }

  ProblemException asException() {
    return new ProblemException(this, null);
  }

  /// @param wait what `Retry-After` says
  ProblemException asException(Duration wait) {
    return new ProblemException(this, wait);
  }

  /// The kinds of problems this service answers with.
  enum Kind {
    MALFORMED("malformed", "Cannot be read", 400),
    UNAUTHENTICATED("unauthenticated", "Who are you?", 401),
    FORBIDDEN("forbidden", "Not yours to do", 403),
    NOT_FOUND("not-found", "There is no such thing", 404),
    WRONG_METHOD("wrong-method", "Not with this method", 405),
    CONFLICT("conflict", "Not in this state", 409),
    TOO_LARGE("too-large", "Too large", 413),
    UNSUPPORTED_TYPE("unsupported-content-type", "A content type that is not read here", 415),
    INVALID("invalid", "Not in the expected form", 422),
    TOO_FAST("too-fast", "Slower, please", 429),
    NOT_SET_UP("operator-token-missing", "No operator token is set up", 503),
    UNAVAILABLE("unavailable", "Nothing was taken; please come again", 503);

    private final String slug;
    private final String title;
    private final int status;

    Kind(String slug, String title, int status) {
      this.slug = slug;
      this.title = title;
      this.status = status;
    }
  }
}
