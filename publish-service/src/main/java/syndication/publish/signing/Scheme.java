package syndication.publish.signing;

/// How a delivery is signed, in Standard Webhooks' words.
public enum Scheme {
  /// HMAC-SHA256 with a secret both sides know.
  V1("v1"),
  /// Ed25519: the partner knows the public key only.
  V1A("v1a");

  private final String identifier;

  Scheme(String identifier) {
    this.identifier = identifier;
  }

  /// What stands before the comma in `webhook-signature`.
  public String identifier() {
    return identifier;
  }

  /// @throws IllegalArgumentException when there is none of this identifier
  public static Scheme of(String identifier) {
    for (Scheme it : values()) {
      if (it.identifier.equals(identifier)) {
        return it;
      }
    }
    throw new IllegalArgumentException("signatures: " + identifier + " (expected: v1 or v1a)");
  }
}
