package syndication.ingest.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the normaliser remembers.
///
/// @param nearDuplicatesMax articles, the newest, among which near-duplicates are looked for; each
///   takes 450 bytes of memory outside of the heap
@Validated
@ConfigurationProperties("syndicate.ingest.store")
public record StoreProperties(@DefaultValue("1000000") int nearDuplicatesMax) {

  public StoreProperties {
    if (nearDuplicatesMax < 1) {
      throw new IllegalArgumentException(
          "near-duplicates-max: " + nearDuplicatesMax + " (expected: >= 1)");
    }
  }
}
