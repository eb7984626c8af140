package syndication.cli;

/// How people name an article on the command line.
final class ArticleId {

  private static final String URN = "urn:uuid:";

  private ArticleId() {}

  /// The id in full when only its UUID was given, as it stands in the site's addresses.
  static String of(String given) {
    return given.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? URN + given
        : given;
  }
}
