package syndication.ingest.source;

import org.jspecify.annotations.Nullable;

/// The log did not take what was given in time; the same call may succeed later.
public final class SubmissionLogUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SubmissionLogUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
