package syndication.ingest.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import syndication.ingest.source.Digests;

/// Knows the operator's token.
final class OperatorToken {

  private final OperatorProperties properties;

  OperatorToken(OperatorProperties properties) {
    this.properties = properties;
  }

  boolean isSetUp() {
    return token().isPresent();
  }

  /// Compares in constant time, also over the lengths.
  boolean matches(String shown) {
    return token().map(it -> MessageDigest.isEqual(digest(it), digest(shown))).orElse(false);
  }

  private Optional<String> token() {
    String token = properties.operatorToken();
    if (token != null && !token.isBlank()) {
      return Optional.of(token.strip());
    }
    Path file = properties.operatorTokenFile();
    if (file == null || file.toString().isBlank() || !Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip()).filter(it -> !it.isEmpty());
    } catch (IOException e) {
      // It went away between the two calls: as if it had not been there.
      return Optional.empty();
    }
  }

  private static byte[] digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
