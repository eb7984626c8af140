package syndication.enrich.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// What an operator shows to be let in.
final class OperatorToken {

  private static final String BEARER = "Bearer ";

  private final byte @Nullable [] token;

  private OperatorToken(@Nullable String token) {
    this.token =
        token == null || token.isBlank() ? null : token.strip().getBytes(StandardCharsets.UTF_8);
  }

  /// @param token itself, or blank
  /// @param file that has it, read once, or blank
  static OperatorToken of(@Nullable String token, @Nullable String file) {
    if (token != null && !token.isBlank()) {
      return new OperatorToken(token);
    }
    if (file == null || file.isBlank()) {
      return new OperatorToken(null);
    }
    try {
      return new OperatorToken(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("operator token file " + file, e);
    }
  }

  boolean configured() {
    return token != null;
  }

  /// Takes as long whatever is shown.
  boolean matches(@Nullable String authorization) {
    byte[] expected = token;
    if (expected == null || authorization == null || !authorization.startsWith(BEARER)) {
      return false;
    }
    byte[] shown =
        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, shown);
  }
}
