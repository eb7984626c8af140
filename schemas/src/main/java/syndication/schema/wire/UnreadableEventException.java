package syndication.schema.wire;

import org.jspecify.annotations.Nullable;

/// Bytes that are no event of ours; reading them again would not help.
public final class UnreadableEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
