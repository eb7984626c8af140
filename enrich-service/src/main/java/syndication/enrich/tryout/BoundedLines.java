package syndication.enrich.tryout;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Reads lines, and of a line without end no more than a bound: the rest of it is dropped.
final class BoundedLines {

  /// A longer line comes one letter longer than this, and is to be refused.
  static final int CHARS_MAX = 12 * 1024 * 1024;

  private static final int BUFFER_CHARS = 64 * 1024;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int at;
  private int end;

  BoundedLines(Reader reader) {
    this.reader = reader;
  }

  /// The next line without its end, or `null` when there is none.
  @Nullable String next() throws IOException {
    if (!filled()) {
      return null;
    }
    var line = new StringBuilder();
    while (filled()) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.append(buffer, from, Math.min(at - from, CHARS_MAX + 1 - line.length()));
      if (at < end) {
        at++;
        break;
      }
    }
    return line.toString();
  }

  private boolean filled() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, reader.read(buffer, 0, buffer.length));
    }
    return at < end;
  }
}
