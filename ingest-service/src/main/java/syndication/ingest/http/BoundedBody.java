package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Reads a request's body up to a limit.
final class BoundedBody {

  /// What a client that is over the limit may still send before we hang up: as long as it sends, it
  /// does not read our answer.
  private static final long READ_ON_BYTES_MAX = 64L * 1024 * 1024;

  private BoundedBody() {}

  /// @throws ProblemException 413 when it is larger than the limit, 422 when it is empty
  static byte[] read(HttpServletRequest request, int bytesMax) {
    byte[] body = readOrEmpty(request, bytesMax);
    if (body.length == 0) {
      throw Problem.invalid(
              java.util.List.of(
                  new Problem.FieldError("body", "0 bytes", "an article, in the content type")))
          .asException();
    }
    return body;
  }

  /// @throws ProblemException 413 when it is larger than the limit
  static byte[] readOrEmpty(HttpServletRequest request, int bytesMax) {
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(bytesMax + 1);
      if (body.length > bytesMax) {
        in.skip(READ_ON_BYTES_MAX);
        throw Problem.of(
                Problem.Kind.TOO_LARGE,
                "body: more than %d bytes (expected: at most %d)".formatted(bytesMax, bytesMax))
            .asException();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the request's body broke off", e);
    }
  }
}
