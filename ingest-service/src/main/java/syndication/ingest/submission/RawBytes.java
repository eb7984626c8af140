package syndication.ingest.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Bytes as received. They are not copied, because bodies are large: nobody changes them.
public final class RawBytes {

  public static final RawBytes EMPTY = new RawBytes(new byte[0]);

  private final byte[] bytes;

  public RawBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static RawBytes ofUtf8(String text) {
    return new RawBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }

  /// Hex SHA-256.
  public String sha256() {
    return Sha256.hex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawBytes it && Arrays.equals(bytes, it.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }

  private static final class Sha256 {
    static String hex(byte[] bytes) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
