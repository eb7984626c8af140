package syndication.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// `X-Hub-Signature`: an HMAC of the pushed bytes with the secret of the subscription.
public final class HubSignature {

  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

  private HubSignature() {}

  /// Why a signature proves nothing; empty when it proves that the hub sent these bytes.
  ///
  /// @param header `method=hex`, or `null`
  public static Optional<String> doubt(@Nullable String header, byte[] body, String secret) {
    if (header == null || header.isBlank()) {
      return Optional.of("it is not signed");
    }
    int sign = header.indexOf('=');
    String method = header.substring(0, Math.max(0, sign)).strip().toLowerCase(Locale.ROOT);
    if (method.equals("sha1")) {
      return Optional.of("it is signed with SHA-1, which is no longer safe");
    }
    String algorithm = ALGORITHMS.get(method);
    if (algorithm == null) {
      return Optional.of("its signature is of no kind we know");
    }
    byte[] shown;
    try {
      shown = HexFormat.of().parseHex(header.substring(sign + 1).strip());
    } catch (IllegalArgumentException e) {
      return Optional.of("its signature is not hexadecimal");
    }
    // In constant time, so that nobody can find a signature byte by byte.
    return MessageDigest.isEqual(hmac(algorithm, body, secret), shown)
        ? Optional.empty()
        : Optional.of("its signature is wrong");
  }

  private static byte[] hmac(String algorithm, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
