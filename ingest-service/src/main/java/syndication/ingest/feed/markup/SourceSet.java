package syndication.ingest.feed.markup;

import java.net.URI;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Resolves the addresses of a `srcset` attribute.
final class SourceSet {

  private SourceSet() {}

  static String clean(String written, @Nullable URI base) {
    var kept = new ArrayList<String>();
    for (String candidate : written.split(",\\s", -1)) {
      String[] parts = candidate.strip().split("\\s+", 2);
      String address = Address.inMarkup(parts[0], base);
      if (!address.isEmpty()) {
        kept.add(parts.length == 1 ? address : address + " " + parts[1]);
      }
    }
    return String.join(", ", kept);
  }
}
