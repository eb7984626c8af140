package syndication.ingest.source;

import java.util.regex.Pattern;

/// The name of a source in addresses, topics and logs.
///
/// @param value 1 to 63 lower-case letters, digits and hyphens, beginning with a letter or digit
public record SourceId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public SourceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("id: %s (expected: %s)".formatted(value, FORM));
    }
  }

  /// Whether a text can be the id of a source.
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
