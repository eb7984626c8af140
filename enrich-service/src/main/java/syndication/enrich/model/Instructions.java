package syndication.enrich.model;

import java.util.List;
import java.util.regex.Pattern;

/// Tells what in an article speaks to a machine and not to a reader. No list can know all of it:
/// what it misses is still bound by the checks, which let through nothing that the article does not
/// say.
final class Instructions {

  private static final List<Pattern> PATTERNS = Expressions.of("patterns");

  private Instructions() {}

  static boolean in(String text) {
    return PATTERNS.stream().anyMatch(it -> it.matcher(text).find());
  }
}
