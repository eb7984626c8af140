package syndication.ingest.feed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a byline from the authors of an entry.
final class Bylines {

  private Bylines() {}

  /// Names in the source's order, or `null`; addresses are no names.
  static @Nullable String of(List<Person> authors) {
    String names =
        authors.stream()
            .map(Person::name)
            .filter(Objects::nonNull)
            .map(name -> name.replaceFirst("(?i)^by\\s+", "").strip())
            .filter(name -> !name.isEmpty() && name.indexOf('@') < 0)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }
}
