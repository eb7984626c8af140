package syndication.publish.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import syndication.publish.signing.SealKey;
import syndication.publish.signing.SecretSeal;

/// What partners' signing secrets are sealed with in the database. Each key is 32 bytes, as 64
/// hexadecimal digits or base64; every instance needs the same.
///
/// @param key seals from now on; without it secrets are stored in the clear
/// @param keyFile a file that has it, when `key` is not set
/// @param previousKey the key before a change: opens what it sealed, which is sealed anew at start
/// @param previousKeyFile a file that has it, when `previousKey` is not set
@ConfigurationProperties("syndicate.publish.secrets")
public record SecretsProperties(
    @DefaultValue("") String key,
    @DefaultValue("") String keyFile,
    @DefaultValue("") String previousKey,
    @DefaultValue("") String previousKeyFile) {

  SecretSeal seal(RandomGenerator random) {
    SealKey former = read(previousKey, previousKeyFile);
    return new SecretSeal(read(key, keyFile), former == null ? List.of() : List.of(former), random);
  }

  private static @Nullable SealKey read(String key, String file) {
    if (!key.isBlank()) {
      return SealKey.parse(key);
    }
    if (file.isBlank()) {
      return null;
    }
    try {
      return SealKey.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("secrets key file " + file, e);
    }
  }

  /// Keeps the keys out of logs.
  @Override
  public String toString() {
    return "SecretsProperties[keyFile=%s, previousKeyFile=%s]".formatted(keyFile, previousKeyFile);
  }
}
