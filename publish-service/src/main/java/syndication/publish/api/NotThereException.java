package syndication.publish.api;

/// The caller asks about something that does not exist.
final class NotThereException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotThereException(String what, String id) {
    super("no %s %s".formatted(what, id));
  }
}
