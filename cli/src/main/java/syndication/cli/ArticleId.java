package syndication.cli;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How people name an article on the command line.
final class ArticleId {

  private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Pattern NAMED =
      Pattern.compile("(?:urn:uuid:|https?://[^/]+/articles/)?(" + UUID + ")(?:[/?#].*)?");

  private ArticleId() {}

  /// The id in full, of itself, of its UUID alone, or of an address that ends with it.
  ///
  /// @throws IllegalArgumentException when it is none of them
  static String of(String given) {
    Matcher named = NAMED.matcher(given.strip());
    if (!named.matches()) {
      throw new IllegalArgumentException(
          "ARTICLE: %s (expected: an articleId, urn:uuid:…, as ./syndicate watch shows it)"
              .formatted(given));
    }
    return "urn:uuid:" + requireNonNull(named.group(1)).toLowerCase(Locale.ROOT);
  }

  /// Whether this names an article by its id, and not by where its source published it.
  static boolean isOne(String given) {
    return NAMED.matcher(given.strip()).matches();
  }
}
