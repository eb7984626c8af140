package syndication.publish.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// Signs deliveries as Standard Webhooks 1.0.0 says
/// (<https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>):
/// over `id.timestamp.body`, one signature for every secret in force, so that a partner can change
/// its secret without a gap. Safe for use by several threads.
public final class WebhookSigner {

  private static final String HMAC = "HmacSHA256";

  private final List<Key> keys;

  /// @param secrets of the schemes that are wanted
  public WebhookSigner(List<SigningSecret> secrets) {
    this.keys = secrets.stream().map(WebhookSigner::key).toList();
  }

  /// The value of the header `webhook-signature`.
  ///
  /// @param timestamp of this attempt; whole seconds are signed
  public String sign(String id, Instant timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    List<String> signatures = new ArrayList<>(keys.size());
    for (Key key : keys) {
      if (key.secret().validAt(timestamp)) {
        signatures.add(
            key.secret().scheme().identifier()
                + ","
                + Base64.getEncoder().encodeToString(key.sign(head, body)));
      }
    }
    return String.join(" ", signatures);
  }

  private static Key key(SigningSecret secret) {
    return switch (secret.scheme()) {
      case V1 -> HmacKey.of(secret);
      case V1A -> new Ed25519Key(secret, new Ed25519PrivateKeyParameters(secret.key(), 0));
    };
  }

  private sealed interface Key {
    SigningSecret secret();

    byte[] sign(byte[] head, byte[] body);
  }

  /// @param ready with the key in it; copied, because looking one up and keying it costs as much as
  ///   signing a short body
  private record HmacKey(SigningSecret secret, Mac ready) implements Key {

    static HmacKey of(SigningSecret secret) {
      try {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret.key(), HMAC));
        return new HmacKey(secret, mac);
      } catch (NoSuchAlgorithmException | InvalidKeyException e) {
        throw new IllegalStateException("every Java has " + HMAC, e);
      }
    }

    @Override
    public byte[] sign(byte[] head, byte[] body) {
      try {
        Mac mac = (Mac) ready.clone();
        mac.update(head);
        return mac.doFinal(body);
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("every Java can copy " + HMAC, e);
      }
    }
  }

  // By BouncyCastle: the JDK's own takes twelve times as long.
  private record Ed25519Key(SigningSecret secret, Ed25519PrivateKeyParameters key) implements Key {
    @Override
    public byte[] sign(byte[] head, byte[] body) {
      var signer = new Ed25519Signer();
      signer.init(true, key);
      signer.update(head, 0, head.length);
      signer.update(body, 0, body.length);
      return signer.generateSignature();
    }
  }
}
