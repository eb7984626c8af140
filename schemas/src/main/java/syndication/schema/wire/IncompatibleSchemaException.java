package syndication.schema.wire;

/// The registry refuses a schema, mostly because older readers could not read it.
public final class IncompatibleSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IncompatibleSchemaException(String message) {
    super(message);
  }
}
