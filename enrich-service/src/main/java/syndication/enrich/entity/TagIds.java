package syndication.enrich.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/// Identifiers of tags: a UUID of version 5 made from type and name, so that the same name has the
/// same identifier in every article and every replay (RFC 9562, section 5.5).
final class TagIds {

  // Our own name space; it must never change.
  private static final UUID NAMESPACE = UUID.fromString("6f1d2a0e-5c0b-5f7e-9a52-3f0c1c6f4a11");

  private TagIds() {}

  static String of(EntityType type, String label) {
    return "urn:uuid:" + version5(name(type, label));
  }

  /// What the identifier is made from.
  static String name(EntityType type, String label) {
    return type.word() + ":" + key(label);
  }

  /// A name without what spellings differ in: case, accents, marks.
  static String key(String label) {
    String plain = ascii(label) ? label : Normalizer.normalize(label, Normalizer.Form.NFKD);
    var out = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char it = plain.charAt(i);
      if (Character.isLetterOrDigit(it)) {
        out.append(space && !out.isEmpty() ? " " : "").append(it);
        space = false;
      } else if (Character.getType(it) != Character.NON_SPACING_MARK) {
        space = it != '.' && it != '\'' && it != '’';
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static UUID version5(String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long most = (hash.getLong() & ~0xF000L) | 0x5000L;
      long least = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
      return new UUID(most, least);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
