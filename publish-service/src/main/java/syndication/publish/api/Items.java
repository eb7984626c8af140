package syndication.publish.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list in an answer.
///
/// @param next where the following part begins, or `null` when there is none
record Items<T>(List<T> items, @Nullable String next) {

  static <T> Items<T> all(List<T> items) {
    return new Items<>(items, null);
  }
}
