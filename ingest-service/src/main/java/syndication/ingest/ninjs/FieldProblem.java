package syndication.ingest.ninjs;

/// A field of a document that is not what it has to be.
///
/// @param field JSON pointer without the leading slash, such as `bodies/0/value`
/// @param found what stands there, shortened
/// @param expected what has to
public record FieldProblem(String field, String found, String expected) {

  @Override
  public String toString() {
    return "%s: %s (expected: %s)".formatted(field, found, expected);
  }
}
