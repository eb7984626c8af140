package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Someone a feed names; at least one part is there.
public record Person(@Nullable String name, @Nullable String email, @Nullable URI address) {

  boolean isEmpty() {
    return name == null && email == null && address == null;
  }
}
