package syndication.ingest.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/// Ids that follow from names: UUID version 5 (RFC 9562, section 5.5).
final class NamedId {

  private static final UUID ARTICLES = UUID.fromString("6b1f5f0e-7c55-5e0c-9d53-2f4f0d1f7a11");
  private static final UUID KEYS = UUID.fromString("0b0e3f3c-53a0-5d0b-8a51-6f7b6a2c9e42");

  private NamedId() {}

  /// @return `urn:uuid:…`
  static String article(String name) {
    return "urn:uuid:" + of(ARTICLES, name);
  }

  static UUID key(String name) {
    return of(KEYS, name);
  }

  static UUID of(UUID namespace, String name) {
    MessageDigest sha1;
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .array());
    byte[] hash = Arrays.copyOf(sha1.digest(name.getBytes(StandardCharsets.UTF_8)), 16);
    hash[6] = (byte) ((hash[6] & 0x0F) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3F) | 0x80);
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
