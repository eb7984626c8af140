package syndication.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The secret by which a source proves who it is: `sk_<sourceId>_<43 random characters>`.
///
/// The random part has 256 bits, so its plain SHA-256 is all that has to be kept: there is nothing
/// to guess.
public record ApiKey(SourceId sourceId, String secret) {

  private static final String PREFIX = "sk_";
  private static final int RANDOM_BYTES = 32;
  private static final int RANDOM_CHARS = 43;

  /// @param random must be a cryptographic one
  public static ApiKey issue(SourceId sourceId, RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ApiKey(sourceId, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// Reads what a caller shows; empty when it cannot be a key of ours.
  public static Optional<ApiKey> parse(String text) {
    int end = text.length() - RANDOM_CHARS - 1;
    if (!text.startsWith(PREFIX) || end <= PREFIX.length() || text.charAt(end) != '_') {
      return Optional.empty();
    }
    String id = text.substring(PREFIX.length(), end);
    return SourceId.isValid(id)
        ? Optional.of(new ApiKey(new SourceId(id), text.substring(end + 1)))
        : Optional.empty();
  }

  /// What is kept of it: SHA-256 of the whole key.
  public byte[] hash() {
    return Digests.sha256(text().getBytes(StandardCharsets.UTF_8));
  }

  /// The key as its holder sends it.
  public String text() {
    return PREFIX + sourceId + "_" + secret;
  }

  @Override
  public String toString() {
    return PREFIX + sourceId + "_…";
  }
}
