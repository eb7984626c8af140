package syndication.publish.signing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/// A key that signs deliveries of one subscription. It never appears in logs: see [#toString].
///
/// @param text `whsec_…` (v1) or `whsk_…` (v1a): base64 of the key
/// @param expiresAt when a rotation's overlap ends, or `null` for the current one
public record SigningSecret(Scheme scheme, String text, @Nullable Instant expiresAt) {

  private static final String SYMMETRIC_PREFIX = "whsec_";
  private static final String PRIVATE_PREFIX = "whsk_";
  private static final String PUBLIC_PREFIX = "whpk_";

  /// The specification asks for 24 to 64 bytes.
  private static final int SYMMETRIC_BYTES_MIN = 24;

  private static final int SYMMETRIC_BYTES_MAX = 64;
  private static final int SYMMETRIC_BYTES = 32;
  private static final int ED25519_SEED_BYTES = 32;

  /// Some writers put the public key behind the seed.
  private static final int ED25519_PAIR_BYTES = 64;

  public SigningSecret {
    int length = decode(scheme, text).length;
    boolean fits =
        switch (scheme) {
          case V1 -> length >= SYMMETRIC_BYTES_MIN && length <= SYMMETRIC_BYTES_MAX;
          case V1A -> length == ED25519_SEED_BYTES;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "secret: %d bytes (expected: %s)"
              .formatted(
                  length,
                  scheme == Scheme.V1
                      ? SYMMETRIC_BYTES_MIN + " to " + SYMMETRIC_BYTES_MAX
                      : ED25519_SEED_BYTES));
    }
  }

  /// @param random has to be a secure one outside tests
  public static SigningSecret generate(Scheme scheme, RandomGenerator random) {
    byte[] key = new byte[scheme == Scheme.V1 ? SYMMETRIC_BYTES : ED25519_SEED_BYTES];
    random.nextBytes(key);
    return new SigningSecret(
        scheme, prefix(scheme) + Base64.getEncoder().encodeToString(key), null);
  }

  public SigningSecret until(Instant end) {
    return new SigningSecret(scheme, text, end);
  }

  public boolean validAt(Instant time) {
    return expiresAt == null || time.isBefore(expiresAt);
  }

  /// What the partner needs to check signatures: the secret itself, or the public key (`whpk_…`).
  public String verificationKey() {
    return switch (scheme) {
      case V1 -> text;
      case V1A ->
          PUBLIC_PREFIX
              + Base64.getEncoder()
                  .encodeToString(
                      new Ed25519PrivateKeyParameters(key(), 0).generatePublicKey().getEncoded());
    };
  }

  byte[] key() {
    return decode(scheme, text);
  }

  @Override
  public String toString() {
    return "SigningSecret[" + scheme + "]";
  }

  private static byte[] decode(Scheme scheme, String text) {
    String prefix = prefix(scheme);
    if (!text.startsWith(prefix)) {
      throw new IllegalArgumentException("secret: without prefix (expected: " + prefix + "…)");
    }
    byte[] key = Base64.getDecoder().decode(text.substring(prefix.length()));
    return scheme == Scheme.V1A && key.length == ED25519_PAIR_BYTES
        ? Arrays.copyOf(key, ED25519_SEED_BYTES)
        : key;
  }

  private static String prefix(Scheme scheme) {
    return switch (scheme) {
      case V1 -> SYMMETRIC_PREFIX;
      case V1A -> PRIVATE_PREFIX;
    };
  }
}
