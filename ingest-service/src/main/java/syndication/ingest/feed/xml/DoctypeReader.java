package syndication.ingest.feed.xml;

/// Passes over a document type declaration and keeps the plain text entities it declares; external
/// ones are never looked at.
final class DoctypeReader {

  private final String text;
  private final References references;

  DoctypeReader(String text, References references) {
    this.text = text;
    this.references = references;
  }

  /// Index behind the declaration that begins at `from`.
  int read(int from) {
    boolean subset = false;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int close = text.indexOf(c, at + 1);
        at = close < 0 ? at : close;
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        return at + 1;
      } else if (subset && text.startsWith("<!ENTITY", at)) {
        at = entity(at) - 1;
      } else if (subset && text.startsWith("<!--", at)) {
        int close = text.indexOf("-->", at);
        at = close < 0 ? at : close + 2;
      }
      at++;
    }
    int close = text.indexOf('>', from);
    return close < 0 ? text.length() : close + 1;
  }

  private int entity(int from) {
    int at = skipSpace(from + "<!ENTITY".length());
    int nameEnd = at;
    while (nameEnd < text.length() && TagReader.isNameChar(text.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = text.substring(at, nameEnd);
    int quote = skipSpace(nameEnd);
    if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
      int close = text.indexOf(text.charAt(quote), quote + 1);
      if (close > 0) {
        if (!name.isEmpty()) {
          references.declare(name, text.substring(quote + 1, close));
        }
        return close + 1;
      }
    }
    return Math.min(nameEnd + 1, text.length());
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
