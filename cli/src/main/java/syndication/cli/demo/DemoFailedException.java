package syndication.cli.demo;

/// Something in the story did not happen; the message says what, and where to look.
public final class DemoFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailedException(String message) {
    super(message);
  }
}
