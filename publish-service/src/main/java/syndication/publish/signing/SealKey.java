package syndication.publish.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The operator's key that signing secrets are sealed with: 256 bits. It never appears in logs: see
/// [#toString].
///
/// @param id tells keys apart without saying anything of them: the beginning of the key's SHA-256
public record SealKey(String id, SecretKey key) {

  private static final int BYTES = 32;
  private static final int ID_BYTES = 4;

  /// @param text 64 hexadecimal digits, or base64 of 32 bytes
  /// @throws IllegalArgumentException when it is neither; the message does not show it
  public static SealKey parse(String text) {
    byte[] key = decode(text.strip());
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "secrets key: %d bytes (expected: %d, as hexadecimal digits or base64)"
              .formatted(key.length, BYTES));
    }
    return new SealKey(id(key), new SecretKeySpec(key, "AES"));
  }

  private static byte[] decode(String text) {
    try {
      return text.length() == 2 * BYTES
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Its message would show a part of the key.
      throw new IllegalArgumentException(
          "secrets key: %d characters (expected: %d bytes, as hexadecimal digits or base64)"
              .formatted(text.length(), BYTES));
    }
  }

  private static String id(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SealKey[" + id + "]";
  }
}
