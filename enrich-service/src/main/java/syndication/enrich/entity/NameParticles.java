package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import syndication.enrich.segment.Token;

/// The small words between a person's names, which in other names part one thing from another:
/// "Laurence des Cars", "Rosa de los Santos", "Bashar al-Assad", "Valéry Giscard d'Estaing".
final class NameParticles {

  private static final int SMALL_WORDS_MOST = 3;
  private static final Set<String> FURTHER = Set.of("de", "d'", "d’", "von", "van", "al", "bin");
  private static final Set<String> GLUED =
      Set.of(
          "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ben", "d", "dell",
          "dall", "de", "o");

  private final Cues cues;

  NameParticles(Cues cues) {
    this.cues = cues;
  }

  /// Whether a word is a surname with its particle: "al-Assad", "d'Estaing".
  static boolean glued(Token token) {
    if (!token.capitalInside()) {
      return false;
    }
    String it = token.text();
    int mark = Math.max(it.indexOf('-'), Math.max(it.indexOf('\''), it.indexOf('’')));
    return mark > 0
        && mark + 2 < it.length()
        && Character.isUpperCase(it.charAt(mark + 1))
        && GLUED.contains(it.substring(0, mark));
  }

  /// A surname without the particle that is glued to it.
  static String bare(String surname) {
    int mark =
        Math.max(surname.indexOf('-'), Math.max(surname.indexOf('\''), surname.indexOf('’')));
    boolean glued =
        mark > 0 && Character.isLowerCase(surname.charAt(0)) && mark + 2 < surname.length();
    return glued ? surname.substring(mark + 1) : surname;
  }

  /// What a person with particles is called for short: "van der Meer", "Van der Meer" for "Derek
  /// van der Meer", "Santos Mejía" for "Rosa de los Santos Mejía".
  static List<String> tails(String name) {
    var tails = new ArrayList<String>();
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
      String tail = name.substring(space + 1);
      char before = name.charAt(name.lastIndexOf(' ', space - 1) + 1);
      boolean particle = Character.isLowerCase(before) || Character.isLowerCase(tail.charAt(0));
      if (particle && tail.indexOf(' ') > 0) {
        tails.add(tail);
        tails.add(Character.toUpperCase(tail.charAt(0)) + tail.substring(1));
      }
    }
    return tails;
  }

  /// Where the name goes on behind the small words that stand at a position, or 0 when they part
  /// it.
  int next(List<Token> tokens, int from, int at) {
    // "Marie des Prés" is one; "Marie Prévost des Verts" is who and of what.
    boolean near = at - from == 1 || FURTHER.contains(tokens.get(at).lower());
    if (!near || !cues.firstNames.contains(tokens.get(from).lower())) {
      return 0;
    }
    int next = at;
    while (next < tokens.size() && next - at < SMALL_WORDS_MOST && small(tokens.get(next))) {
      next++;
    }
    return next > at && Joints.capitalAt(tokens, next) ? next : 0;
  }

  private boolean small(Token token) {
    return cues.nameParticles.contains(token.lower()) && !token.capital();
  }
}
