package syndication.publish.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// Makes signing secrets unreadable to whoever gets hold of the database or of a backup:
/// AES-256-GCM with a key that only the operator has.
///
/// A sealed text is `sealed:<key id>:<base64 of nonce, cipher text and tag>`. It is bound to its
/// subscription: copied to the row of another, it does not open. Without a key, texts stay as they
/// are. Safe for use by several threads.
public final class SecretSeal {

  private static final String PREFIX = "sealed:";
  private static final String CIPHER = "AES/GCM/NoPadding";

  /// What NIST SP 800-38D recommends for both.
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private final @Nullable SealKey current;
  private final List<SealKey> known;
  private final RandomGenerator random;

  /// @param current what is sealed from now on with, or `null` to seal nothing
  /// @param former keys that may still have sealed what is stored
  /// @param random has to be a secure one outside tests
  public SecretSeal(@Nullable SealKey current, List<SealKey> former, RandomGenerator random) {
    this.current = current;
    this.known = Stream.concat(Optional.ofNullable(current).stream(), former.stream()).toList();
    this.random = random;
  }

  /// Of the key in use; empty when nothing is sealed.
  public Optional<String> keyId() {
    return Optional.ofNullable(current).map(SealKey::id);
  }

  /// Whether `stored` is as [#seal] would store it now.
  public boolean upToDate(String stored) {
    return current == null
        ? !stored.startsWith(PREFIX)
        : stored.startsWith(PREFIX + current.id() + ":");
  }

  public String seal(String text, String subscriptionId) {
    if (current == null) {
      return text;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, current, nonce, subscriptionId)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return PREFIX + current.id() + ":" + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /// @param stored sealed, or in the clear from before there was a key
  /// @throws SealedSecretException when no key we have opens it
  public String open(String stored, String subscriptionId) {
    if (!stored.startsWith(PREFIX)) {
      return stored;
    }
    int colon = stored.indexOf(':', PREFIX.length());
    String keyId = stored.substring(PREFIX.length(), Math.max(colon, PREFIX.length()));
    SealKey key =
        known.stream()
            .filter(it -> it.id().equals(keyId))
            .findFirst()
            .orElseThrow(() -> new SealedSecretException(subscriptionId, keyId, null));
    try {
      byte[] all = Base64.getDecoder().decode(stored.substring(colon + 1));
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, subscriptionId);
      int length = Math.max(0, all.length - NONCE_BYTES);
      return new String(cipher.doFinal(all, all.length - length, length), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealedSecretException(subscriptionId, keyId, e);
    }
  }

  private static Cipher cipher(int mode, SealKey key, byte[] nonce, String subscriptionId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(subscriptionId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
