package syndication.ingest.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as every API of ours answers it.
///
/// @param next what to ask with for the rest, or `null` at the end
record Page<T>(List<T> items, @Nullable String next) {
  Page {
    items = List.copyOf(items);
  }
}
