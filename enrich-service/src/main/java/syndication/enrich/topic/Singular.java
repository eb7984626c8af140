package syndication.enrich.topic;

/// Takes English words back to their singular, and no further.
///
/// Full stemming makes one word of "author" and "authority", of "import" and "important", of
/// "critic" and "critical": half of all news would be about literature and trade. The rules are
/// those of Harman's S-stemmer (How effective is suffixing?, 1991).
final class Singular {

  private static final int CHARS_MIN = 4;

  private Singular() {}

  /// @param word lower case
  static String of(String word) {
    int end = word.length();
    if (end < CHARS_MIN || !word.endsWith("s")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return keeps(word, "eies", "aies") ? word : word.substring(0, end - 3) + "y";
    }
    if (word.endsWith("es")) {
      return keeps(word, "aes", "ees", "oes") ? word : word.substring(0, end - 1);
    }
    return keeps(word, "us", "ss") ? word : word.substring(0, end - 1);
  }

  private static boolean keeps(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
