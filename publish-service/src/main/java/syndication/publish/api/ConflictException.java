package syndication.publish.api;

/// What the caller wants does not go with how things are.
final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConflictException(String message) {
    super(message);
  }
}
