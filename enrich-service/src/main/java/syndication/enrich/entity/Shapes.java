package syndication.enrich.entity;

/// What the letters of a word look like.
final class Shapes {

  private Shapes() {}

  // "CGT-Culture", "UN-Habitat": an acronym and what part of it.
  static boolean branch(String text) {
    int dash = text.indexOf('-');
    if (dash < 2 || dash + 2 >= text.length() || !Character.isUpperCase(text.charAt(dash + 1))) {
      return false;
    }
    for (int i = 0; i < dash; i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return Character.isLowerCase(text.charAt(dash + 2));
  }

  static boolean digit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean roman(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("IVX".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean age(String word) {
    return word.length() == 2
        && Character.isDigit(word.charAt(0))
        && Character.isDigit(word.charAt(1));
  }

  static boolean quoted(String word) {
    return !word.isEmpty() && "\"“”‘’«»'".indexOf(word.charAt(0)) >= 0 && word.length() == 1;
  }
}
