package syndication.ingest.normalise;

/// Something the normaliser needs is down; the same call may succeed later.
public final class OutageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutageException(String message, Throwable cause) {
    super(message, cause);
  }
}
