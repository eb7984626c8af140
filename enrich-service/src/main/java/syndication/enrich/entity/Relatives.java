package syndication.enrich.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What other names of the same text say about a name: "Putin" is a person where "Vladimir Putin"
/// is one, "WHO" an organisation where "World Health Organization" is one.
final class Relatives {

  private static final double SURNAME = 3.5;
  // Several words of a name say more than one, and more than an article before them.
  private static final double TAIL = 5;
  private static final double PREFIX = 2;
  private static final double ACRONYM = 3;
  // Against a list that says it is a town, where nothing says "in" before it.
  private static final double PERSONS_TOWN = 7;
  private static final double CLUB = 7;
  private static final double SURE_LEAST = 3;

  private final Map<String, Double> surnames = new HashMap<>();
  private final Map<String, EntityType> prefixes = new HashMap<>();
  private final Map<String, EntityType> acronyms = new HashMap<>();
  private final Set<String> clubs = new HashSet<>();

  /// @param byName sum of the scores of all mentions of a name
  /// @param clubTails what follows a town's name in the name of its club; empty where no game is on
  Relatives(Map<String, double[]> byName, Map<String, Integer> counts, Set<String> clubTails) {
    byName.forEach((name, sums) -> {
      int space = name.indexOf(' ');
      if (space < 0) {
        return;
      }
      int last = name.lastIndexOf(' ');
      if (clubTails.contains(name.substring(last + 1).toLowerCase(Locale.ROOT))) {
        clubs.add(name.substring(0, last));
      }
      int best = 0;
      for (int i = 1; i < sums.length; i++) {
        best = sums[i] > sums[best] ? i : best;
      }
      double score = sums[best] / counts.getOrDefault(name, 1);
      EntityType type = EntityType.at(best);
      if (type == EntityType.PERSON) {
        double weight = score >= SURE_LEAST ? SURNAME : 1.5;
        String surname = name.substring(last + 1);
        surnames.merge(surname, weight, Math::max);
        surnames.merge(NameParticles.bare(surname), weight, Math::max);
        NameParticles.tails(name).forEach(it -> surnames.merge(it, weight + TAIL, Math::max));
        surnames.merge(name.substring(0, space), 1.2, Math::max);
      } else if (score >= SURE_LEAST) {
        if (type == EntityType.ORGANISATION) {
          prefixes.putIfAbsent(name.substring(0, space), type);
        }
        acronyms.putIfAbsent(acronym(name), type);
      }
    });
  }

  double score(Span span, int type, Cues cues) {
    String name = span.text;
    double score = 0;
    boolean town = span.known != null && span.known.type() == EntityType.PLACE;
    boolean there = cues.in.contains(span.before(1)) || cues.towards.contains(span.before(1));
    if (type == EntityType.PERSON.slot()) {
      double surname = surnames.getOrDefault(name, 0.0);
      score += surname + (town && !there && surname >= SURNAME ? PERSONS_TOWN : 0);
    }
    if (type == EntityType.ORGANISATION.slot() && clubs.contains(name) && !there) {
      score += CLUB;
    }
    EntityType prefix = prefixes.get(name);
    score += prefix != null && prefix.slot() == type ? PREFIX : 0;
    EntityType acronym = name.length() <= 6 ? acronyms.get(name) : null;
    return score + (acronym != null && acronym.slot() == type ? ACRONYM : 0);
  }

  /// The capitals that begin the words of a name.
  static String acronym(String name) {
    var out = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        out.append(word.charAt(0));
      }
    }
    return out.toString();
  }
}
