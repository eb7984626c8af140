package syndication.cli.api;

import org.jspecify.annotations.Nullable;

/// A service did not do what was asked.
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final int status;

  private ApiException(int status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  static ApiException answered(int status, String message) {
    return new ApiException(status, message, null);
  }

  static ApiException unreachable(String message, Throwable cause) {
    return new ApiException(0, message, cause);
  }

  /// The service does not run, does not answer, or is in trouble itself.
  public boolean unavailable() {
    return status == 0 || status >= SERVER_ERROR;
  }

  public boolean notFound() {
    return status == NOT_FOUND;
  }
}
