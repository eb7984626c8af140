package syndication.publish.signing;

import org.jspecify.annotations.Nullable;

/// A stored secret does not open with the keys this process was given.
public final class SealedSecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealedSecretException(String subscriptionId, String keyId, @Nullable Exception cause) {
    super(
        cause == null
            ? "the secret of %s was sealed with key %s, which this process was not given"
                .formatted(subscriptionId, keyId)
            : "the secret of %s is damaged: it does not open with key %s"
                .formatted(subscriptionId, keyId),
        cause);
  }
}
